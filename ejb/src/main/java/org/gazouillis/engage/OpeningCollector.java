package org.gazouillis.engage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Takes what readers opened from cards and stores what counts by [OpeningRules]. When it answers, it is stored.
///
/// It works on the worker's database: a reader of one workspace opens another's statuses.
@ApplicationScoped
public class OpeningCollector {
    private final Jdbi db;
    private final Clock clock;

    @Inject
    public OpeningCollector(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    OpeningCollector() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    /// @throws TooManyReports above [ViewRules#MOST_PER_CALL]
    public ViewReceipt collect(Viewer viewer, Browser browser, List<OpenedCard> opened) {
        TooManyReports.unlessFew(opened.size());
        if (opened.isEmpty()) {
            return new ViewReceipt(0, 0);
        }
        int accepted = db.inTransaction(handle -> store(new ReportBook(handle, clock), viewer, browser, opened));
        return new ViewReceipt(accepted, opened.size() - accepted);
    }

    private int store(ReportBook book, Viewer viewer, Browser browser, List<OpenedCard> opened) {
        Map<StatusId, StatusId> originals =
                book.originals(viewer, opened.stream().map(OpenedCard::status).toList());
        if (browser.isProgram()) {
            book.remove(opened.stream()
                    .filter(one -> originals.containsKey(one.status()))
                    .map(OpenedCard::status)
                    .toList());
            return 0;
        }
        return book.person(viewer)
                .map(by -> book.append(openings(by, opened, originals)))
                .orElse(0);
    }

    private List<Engagement.Opening> openings(Person by, List<OpenedCard> opened, Map<StatusId, StatusId> originals) {
        List<Engagement.Opening> openings = new ArrayList<>();
        for (OpenedCard one : opened) {
            StatusId original = originals.get(one.status());
            Instant at = time(one.at());
            if (original != null && at != null) {
                openings.add(new Engagement.Opening(original, one.what(), by, at));
            }
        }
        return openings;
    }

    /// Null when it is too long ago.
    private @Nullable Instant time(@Nullable Instant at) {
        Instant now = clock.instant();
        if (at == null || at.isAfter(now)) {
            return now;
        }
        return at.isBefore(now.minus(ViewRules.OLDEST)) ? null : at;
    }
}
