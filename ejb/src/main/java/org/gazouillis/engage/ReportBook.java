package org.gazouillis.engage;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.journal.Destination;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes engagements of what readers' pages reported, call by call in the order in which they came; within a call in
/// the order of time. Statuses and people are asked for once for all, the window is decided in the heap
/// ([CountedWindow]), and what counts goes into `engagement` by `COPY`.
///
/// What a program reported of a brand's status is noted, however often it did.
final class ReportBook implements Destination<ReportCall> {
    /// A share of the heap.
    private static final long HEAP_SHARE = 8;

    private final CountedWindow window;
    private final KnownHomes homes;
    private final KnownPeople people = new KnownPeople();

    ReportBook(Clock clock) {
        this(clock, (int) Math.min(1 << 25, Runtime.getRuntime().maxMemory() / HEAP_SHARE / CountedTimes.MOST_BYTES));
    }

    /// @param mostInHeap times of reports that counted
    ReportBook(Clock clock, int mostInHeap) {
        this.window = new CountedWindow(clock, mostInHeap);
        this.homes = new KnownHomes(clock);
    }

    @Override
    public void store(Handle handle, List<ReportCall> calls) {
        window.begin(handle);
        homes.learn(handle, calls);
        List<ReportCall> heard = calls.stream().filter(this::isHeard).toList();
        List<ReportCall> ofPeople =
                heard.stream().filter(call -> !call.program()).toList();
        people.learn(handle, ofPeople);
        if (homes.isAnyTried()) {
            new ShownTexts(homes, people).note(handle, ofPeople);
        }
        try (EngagementRows rows = new EngagementRows(handle)) {
            window.count(
                    handle,
                    facts(ofPeople),
                    fact -> rows.add(fact.home(), fact.kind().name(), fact.by(), fact.at()));
            heard.stream().filter(ReportCall::program).forEach(call -> remove(rows, call));
            rows.end();
        }
        window.end(handle);
    }

    @Override
    public void committed() {
        window.keep();
        people.keep();
    }

    private boolean isHeard(ReportCall call) {
        return call.reports().stream().anyMatch(report -> homes.of(call, report) != null);
    }

    private List<ReportFact> facts(List<ReportCall> calls) {
        List<ReportFact> facts = new ArrayList<>();
        for (ReportCall call : calls) {
            Person by = people.of(call);
            if (by != null) {
                facts(by, call, facts);
            }
        }
        return facts;
    }

    private void facts(Person by, ReportCall call, List<ReportFact> facts) {
        int before = facts.size();
        for (Report report : call.reports()) {
            ReportFact fact = fact(by, call, report);
            if (fact != null) {
                facts.add(fact);
            }
        }
        facts.subList(before, facts.size()).sort(Comparator.comparingLong(ReportFact::at));
    }

    private @Nullable ReportFact fact(Person by, ReportCall call, Report report) {
        Instant at = report.kind().time(report.at(), call.received());
        StatusHome home = homes.of(call, report);
        return at == null || home == null ? null : new ReportFact(home, report.kind(), by, ReportFact.micros(at));
    }

    private void remove(EngagementRows rows, ReportCall call) {
        long at = ReportFact.micros(call.received());
        call.reports().stream()
                .flatMap(report -> Stream.ofNullable(homes.of(call, report)))
                .forEach(home -> rows.add(home, "REMOVED", Person.NOBODY, at));
    }
}
