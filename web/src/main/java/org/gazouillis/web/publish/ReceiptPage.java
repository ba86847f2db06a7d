package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.gazouillis.compose.PostNotFound;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.publish.Queue;
import org.gazouillis.publish.Receipts;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/publish/receipt?post=`: what became of a post on each account, every try, and a person's word where it is
/// needed.
@Named
@RequestScoped
public class ReceiptPage {
    @Inject
    private Shell shell;

    @Inject
    private Queue queue;

    @Inject
    private Receipts receipts;

    @Inject
    private HttpServletRequest request;

    private @Nullable PostSheet sheet;
    private List<ReceiptRow> rows = List.of();

    /// The view action.
    ///
    /// @throws PostNotFound when the address names no post that the member may see
    public void read() {
        PostId post =
                PostId.parse(Optional.ofNullable(request.getParameter("post")).orElse(""));
        PostSheet read = queue.one(post);
        sheet = read;
        rows = receipts.of(post).stream()
                .map(each -> ReceiptRow.of(each, read.zone(), shell.texts()))
                .toList();
    }

    public String getPost() {
        return sheet == null ? "" : sheet.id().toString();
    }

    public String getBrand() {
        return sheet == null ? "" : sheet.facts().brand();
    }

    public String getZone() {
        return sheet == null ? "" : sheet.zone().getId();
    }

    public String getText() {
        return sheet == null ? "" : sheet.facts().text();
    }

    public String getLang() {
        return sheet == null ? "" : sheet.facts().lang();
    }

    public List<ReceiptRow> getRows() {
        return rows;
    }

    public boolean isMayPublish() {
        return sheet != null && shell.may(sheet.facts().brandId(), "PUBLISH");
    }
}
