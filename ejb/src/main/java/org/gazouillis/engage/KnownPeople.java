package org.gazouillis.engage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The numbers of those who report, asked for once and remembered. A number given in a transaction that is undone is
/// nobody's: only [#keep] remembers those of the last chunk.
final class KnownPeople {
    private static final int MOST = 200_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final Cache<Who, Person> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    /// Of the last chunk's calls.
    private final Map<ReportCall, Person> callers = new IdentityHashMap<>();
    private final Map<Who, Person> learnt = new HashMap<>();

    /// @param day on which a visitor is this one; of readers it says nothing
    private record Who(Viewer viewer, LocalDate day) {
        static Who of(ReportCall call) {
            return switch (call.viewer()) {
                case Viewer.Reader reader -> new Who(reader, LocalDate.EPOCH);
                case Viewer.Visitor visitor -> new Who(new Viewer.Visitor(visitor.cookie()), call.day());
            };
        }
    }

    /// Finds out who made these calls.
    void learn(Handle handle, List<ReportCall> calls) {
        callers.clear();
        learnt.clear();
        Map<ReportCall, Who> strangers = new IdentityHashMap<>();
        for (ReportCall call : calls) {
            Who who = Who.of(call);
            Person person = known.getIfPresent(who);
            if (person == null) {
                strangers.put(call, who);
            } else {
                callers.put(call, person);
            }
        }
        learnReaders(handle, strangers.values());
        learnVisitors(handle, strangers.values());
        strangers.forEach((call, who) -> callers.computeIfAbsent(call, _ -> learnt.get(who)));
    }

    private void learnReaders(Handle handle, Collection<Who> strangers) {
        List<Viewer.Reader> readers = strangers.stream()
                .map(Who::viewer)
                .filter(Viewer.Reader.class::isInstance)
                .map(Viewer.Reader.class::cast)
                .distinct()
                .toList();
        if (!readers.isEmpty()) {
            Persons.of(handle, readers.stream().map(Viewer.Reader::profile).toList())
                    .forEach((profile, person) ->
                            learnt.put(new Who(new Viewer.Reader(profile), LocalDate.EPOCH), person));
        }
    }

    private void learnVisitors(Handle handle, Collection<Who> strangers) {
        Map<LocalDate, List<String>> byDay = strangers.stream()
                .filter(who -> who.viewer() instanceof Viewer.Visitor)
                .collect(Collectors.groupingBy(
                        Who::day,
                        Collectors.mapping(who -> ((Viewer.Visitor) who.viewer()).cookie(), Collectors.toList())));
        byDay.forEach((day, cookies) -> Persons.visitors(handle, cookies, day)
                .forEach((cookie, number) ->
                        learnt.put(new Who(new Viewer.Visitor(cookie), day), new Person(number, true))));
    }

    /// Nobody when the reader's profile is gone.
    @Nullable
    Person of(ReportCall call) {
        return callers.get(call);
    }

    /// The transaction in which the chunk was learnt is committed.
    void keep() {
        known.putAll(learnt);
    }
}
