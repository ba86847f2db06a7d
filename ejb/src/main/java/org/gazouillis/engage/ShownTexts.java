package org.gazouillis.engage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gazouillis.microblog.ReaderKey;
import org.gazouillis.microblog.SecondText;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Notes which text of a status that is being tried a visitor was shown when they saw it first. Of members it need not
/// be noted: it follows from their profile.
record ShownTexts(KnownHomes homes, KnownPeople people) {
    private record Shown(long status, int person, @Nullable Boolean second) {}

    private record Sight(long status, int person) {}

    /// @param calls of people, in the order in which they came
    void note(Handle handle, List<ReportCall> calls) {
        List<Shown> shown = new ArrayList<>();
        Set<Sight> known = new HashSet<>();
        for (ReportCall call : calls) {
            Person by = people.of(call);
            if (by != null && call.viewer() instanceof Viewer.Visitor visitor) {
                shown(call, by, visitor)
                        .filter(each -> known.add(new Sight(each.status(), each.person())))
                        .forEach(shown::add);
            }
        }
        store(handle, shown);
    }

    private Stream<Shown> shown(ReportCall call, Person by, Viewer.Visitor visitor) {
        return call.reports().stream()
                .filter(report -> report.kind() == ReportKind.VIEW)
                .flatMap(report -> Stream.ofNullable(homes.of(call, report)))
                .flatMap(home -> Stream.ofNullable(home.trial())
                        .map(trial -> new Shown(home.original(), by.number(), second(trial, visitor))));
    }

    private static @Nullable Boolean second(SecondText trial, Viewer.Visitor visitor) {
        return visitor.fresh() ? null : Boolean.valueOf(trial.isFor(ReaderKey.visitor(visitor.cookie())));
    }

    private static void store(Handle handle, List<Shown> shown) {
        if (shown.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into variant_visitor (status_id, person_no, second)
                        select s.status_id, s.person_no::int, s.second
                        from unnest(:statuses, :people, :seconds) as s (status_id, person_no, second)
                        on conflict do nothing
                        """)
                .bind("statuses", shown.stream().map(Shown::status).toArray(Long[]::new))
                .bind("people", shown.stream().map(each -> (long) each.person()).toArray(Long[]::new))
                .bind("seconds", shown.stream().map(Shown::second).toArray(Boolean[]::new))
                .execute();
    }
}
