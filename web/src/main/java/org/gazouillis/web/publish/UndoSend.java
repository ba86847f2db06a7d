package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.publish.PublishingRules;
import org.gazouillis.publish.Queue;
import org.gazouillis.web.shell.Shell;

/// After "publish now" on a page (`?done=SOON&post=`): the post waits some seconds, and the page counts them down.
@Named
@RequestScoped
public class UndoSend {
    @Inject
    private Shell shell;

    @Inject
    private Queue queue;

    @Inject
    private PublishingRules rules;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    /// How long "publish now" waits for this brand.
    public int getSeconds() {
        return rules.of(shell.brandOrFirst().id()).undoSeconds();
    }

    public String getPost() {
        return Optional.ofNullable(request.getParameter("post")).orElse("");
    }

    /// Seconds until the post goes out; 0 when nothing waits.
    public long getLeft() {
        if (!"SOON".equals(request.getParameter("done")) || getPost().isEmpty()) {
            return 0;
        }
        PostSheet.Facts facts = queue.one(PostId.parse(getPost())).facts();
        Instant due = facts.dueAt();
        boolean waits = facts.state() == PostState.SCHEDULED && due != null;
        return waits ? Math.clamp(Duration.between(clock.instant(), due).toSeconds() + 1, 0, 120) : 0;
    }
}
