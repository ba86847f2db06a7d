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

/// Takes the beacons of readers and stores the views that count by [ViewRules]. When it answers, they are stored.
///
/// It works on the worker's database: a reader of one workspace is a viewer of another's statuses.
@ApplicationScoped
public class ViewCollector {
    private final Jdbi db;
    private final Clock clock;

    @Inject
    public ViewCollector(@WorkerDb Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    ViewCollector() {
        this(Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    /// @throws TooManyReports above [ViewRules#MOST_PER_CALL]
    public ViewReceipt collect(Viewer viewer, Browser browser, List<Sighting> seen) {
        TooManyReports.unlessFew(seen.size());
        if (seen.isEmpty()) {
            return new ViewReceipt(0, 0);
        }
        int accepted = db.inTransaction(handle -> store(new ReportBook(handle, clock), viewer, browser, seen));
        return new ViewReceipt(accepted, seen.size() - accepted);
    }

    private int store(ReportBook book, Viewer viewer, Browser browser, List<Sighting> seen) {
        Map<StatusId, StatusId> originals =
                book.originals(viewer, seen.stream().map(Sighting::status).toList());
        if (browser.isProgram()) {
            book.remove(seen.stream()
                    .filter(one -> originals.containsKey(one.status()))
                    .map(Sighting::status)
                    .toList());
            return 0;
        }
        return book.person(viewer)
                .map(by -> book.append(views(by, seen, originals)))
                .orElse(0);
    }

    private List<Engagement.View> views(Person by, List<Sighting> seen, Map<StatusId, StatusId> originals) {
        List<Engagement.View> views = new ArrayList<>();
        for (Sighting one : seen) {
            StatusId original = originals.get(one.status());
            if (original != null) {
                views.add(new Engagement.View(original, by, clamped(one.at())));
            }
        }
        return views;
    }

    private Instant clamped(@Nullable Instant at) {
        Instant now = clock.instant();
        Instant oldest = now.minus(ViewRules.OLDEST);
        if (at == null || at.isAfter(now)) {
            return now;
        }
        return at.isBefore(oldest) ? oldest : at;
    }
}
