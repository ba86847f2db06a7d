package org.gazouillis.web.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.microblog.Bookmarks;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.timeline.Window;
import org.gazouillis.web.shell.Shell;

/// Lays statuses out as cards for the page that is asked for: from `?max_id=` on, 20 at a time.
@RequestScoped
public class Shelf {
    private static final int SIZE = 20;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Shell shell;

    @Inject
    private Acting acting;

    @Inject
    private Bookmarks bookmarks;

    @Inject
    private Clock clock;

    Window window() {
        String from = parameter("max_id");
        return from.isEmpty() ? Window.newest(SIZE) : Window.before(StatusId.parse(from), SIZE);
    }

    /// A parameter of the page's address; empty when it is not there.
    String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /// @param page address of the page's first part, with at least one parameter
    Cards page(List<StatusView> statuses, String page) {
        String older = statuses.size() < SIZE
                ? ""
                : page + "&max_id=" + statuses.getLast().id()
                        + acting.addresses().query();
        return new Cards(cards(statuses), older);
    }

    List<Card> cards(List<StatusView> statuses) {
        Instant now = clock.instant();
        Set<StatusId> kept = bookmarks.among(
                statuses.stream().map(status -> status.shown().id()).toList());
        return statuses.stream()
                .map(status -> new Card(
                        status,
                        kept.contains(status.shown().id()),
                        acting.addresses(),
                        shell.texts(),
                        shell.getZone(),
                        now))
                .toList();
    }
}
