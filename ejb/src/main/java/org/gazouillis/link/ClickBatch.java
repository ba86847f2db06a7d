package org.gazouillis.link;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.tenancy.CopyInto;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// Clicks that go into the database together. They are counted here, so that the database adds once for each link and
/// day and not once for each click.
///
/// @param id names the batch to those who hear of it
record ClickBatch(long id, List<ClickRecord> clicks) {

    /// In the handle's transaction. Clicks of links that are no more are left out.
    void store(Handle handle) {
        Map<Long, Home> homes = homes(handle);
        List<Homed> known = clicks.stream()
                .flatMap(click -> Stream.ofNullable(homes.get(click.link())).map(home -> new Homed(home, click)))
                .toList();
        keep(handle, known);
        countDays(handle, known);
        List<Homed> people =
                known.stream().filter(each -> !each.click().visit().robot()).toList();
        countSources(handle, people);
        if (!people.isEmpty()) {
            handle.execute(
                    "insert into outbox (kind, workspace_id, subject, payload, at)"
                            + " values ('LinkClicked', null, ?, '{}', now())",
                    id);
        }
    }

    /// Whose a link is, and where its days begin.
    record Home(long id, long workspaceId, long brandId, String zone) {
        LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, ZoneId.of(zone));
        }
    }

    private record Homed(Home home, ClickRecord click) {}

    private Map<Long, Home> homes(Handle handle) {
        return handle
                .createQuery("""
                        select l.id, l.workspace_id, l.brand_id, b.zone
                        from short_link l join brand b on b.workspace_id = l.workspace_id and b.id = l.brand_id
                        where l.id = any (:links)
                        """)
                .bind("links", clicks.stream().map(ClickRecord::link).distinct().toArray(Long[]::new))
                .map(Sql.row(Home.class))
                .stream()
                .collect(Collectors.toMap(Home::id, Function.identity()));
    }

    /// Nothing in a row needs to be escaped: the referrer is the name of a host ([Visit]).
    private void keep(Handle handle, List<Homed> known) {
        StringBuilder rows = new StringBuilder();
        for (Homed each : known) {
            Home home = each.home();
            Visit visit = each.click().visit();
            rows.append(home.workspaceId()).append('\t').append(home.brandId()).append('\t');
            rows.append(home.id()).append('\t').append(id).append('\t');
            rows.append(each.click().at()).append('\t').append(visit.robot()).append("\t\\\\x");
            rows.append(HexFormat.of().formatHex(visit.visitor())).append('\t');
            rows.append(visit.device().name())
                    .append('\t')
                    .append(visit.referrer())
                    .append('\n');
        }
        CopyInto.rows(
                handle,
                "link_click (workspace_id, brand_id, link_id, batch, at, robot, visitor, device, referrer)",
                rows);
    }

    private record Day(Home home, LocalDate day) {}

    private static void countDays(Handle handle, List<Homed> known) {
        Map<Day, int[]> counts = new HashMap<>();
        for (Homed each : known) {
            Day day = new Day(each.home(), each.home().day(each.click().at()));
            counts.computeIfAbsent(day, _ -> new int[2])[each.click().visit().robot() ? 1 : 0]++;
        }
        List<Map.Entry<Day, int[]>> days = List.copyOf(counts.entrySet());
        handle.createUpdate("""
                        insert into link_day as d (workspace_id, brand_id, link_id, day, clicks, robots)
                        select * from unnest(:workspaces, :brands, :links, :days::date[], :clicks, :robots)
                        order by 1, 2, 3, 4
                        on conflict (workspace_id, brand_id, link_id, day) do update
                        set clicks = d.clicks + excluded.clicks, robots = d.robots + excluded.robots
                        """)
                .bind("workspaces", numbers(days, day -> day.getKey().home().workspaceId()))
                .bind("brands", numbers(days, day -> day.getKey().home().brandId()))
                .bind("links", numbers(days, day -> day.getKey().home().id()))
                .bind("days", texts(days, day -> day.getKey().day().toString()))
                .bind("clicks", counts(days, day -> day.getValue()[0]))
                .bind("robots", counts(days, day -> day.getValue()[1]))
                .execute();
    }

    private record Source(Home home, String kind, String name) {}

    private static void countSources(Handle handle, List<Homed> people) {
        Map<Source, Long> counts = people.stream()
                .flatMap(each -> sources(each.home(), each.click().visit()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Map.Entry<Source, Long>> sources = List.copyOf(counts.entrySet());
        handle.createUpdate("""
                        insert into link_source as s (workspace_id, brand_id, link_id, kind, name, clicks)
                        select * from unnest(:workspaces, :brands, :links, :kinds, :names, :clicks)
                        order by 1, 2, 3, 4, 5
                        on conflict (workspace_id, brand_id, link_id, kind, name) do update
                        set clicks = s.clicks + excluded.clicks
                        """)
                .bind(
                        "workspaces",
                        numbers(sources, source -> source.getKey().home().workspaceId()))
                .bind(
                        "brands",
                        numbers(sources, source -> source.getKey().home().brandId()))
                .bind("links", numbers(sources, source -> source.getKey().home().id()))
                .bind("kinds", texts(sources, source -> source.getKey().kind()))
                .bind("names", texts(sources, source -> source.getKey().name()))
                .bind("clicks", counts(sources, source -> source.getValue().intValue()))
                .execute();
    }

    private static Stream<Source> sources(Home home, Visit visit) {
        return Stream.of(
                new Source(home, "REFERRER", visit.referrer()),
                new Source(home, "DEVICE", visit.device().name()));
    }

    private static <T> Long[] numbers(List<T> rows, Function<T, Long> part) {
        return rows.stream().map(part).toArray(Long[]::new);
    }

    private static <T> Integer[] counts(List<T> rows, Function<T, Integer> part) {
        return rows.stream().map(part).toArray(Integer[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
