package org.gazouillis.engage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.outbox.OutboxEvent;
import org.gazouillis.outbox.OutboxHandler;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Makes engagements of people's clicks, batch by batch and exactly once: the delivery is ticked off in the
/// transaction that stores them. Who clicked is an anonymous visitor of the day. A click belongs to the status that
/// its link's post became, if there is one, and to the campaign of the link or of the post.
@ApplicationScoped
public class ClickHandler implements OutboxHandler {
    private static final String NAME = "click-engagement";

    private final Jdbi db;

    @Inject
    public ClickHandler(@WorkerDb Jdbi db) {
        this.db = db;
    }

    ClickHandler() {
        this(Jdbi.create("jdbc:none"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("LinkClicked");
    }

    @Override
    public void handle(List<OutboxEvent> batch) {
        db.useTransaction(handle -> {
            Set<Long> open = Outbox.settle(handle, NAME, batch);
            Long[] batches = batch.stream()
                    .filter(event -> open.contains(event.id()))
                    .map(OutboxEvent::subject)
                    .toArray(Long[]::new);
            append(handle, batches);
        });
    }

    private static void append(Handle handle, Long[] batches) {
        List<Visitor> visitors = handle.createQuery("""
                        select distinct encode(visitor, 'hex') as visitor, (at at time zone 'UTC')::date as day
                        from link_click where batch = any (:batches) and not robot
                        """)
                .bind("batches", batches)
                .map(Sql.row(Visitor.class))
                .list();
        Map<LocalDate, List<String>> byDay = new TreeMap<>();
        visitors.forEach(each ->
                byDay.computeIfAbsent(each.day(), day -> new ArrayList<>()).add(each.visitor()));
        byDay.forEach((day, keys) -> append(handle, batches, day, Persons.visitors(handle, keys, day)));
    }

    private static void append(Handle handle, Long[] batches, LocalDate day, Map<String, Integer> people) {
        List<Map.Entry<String, Integer>> known = List.copyOf(people.entrySet());
        handle.createUpdate("""
                        insert into engagement (workspace_id, brand_id, profile_id, status_id, post_id, campaign_id,
                          link_id, kind, person_no, anonymous, at)
                        select c.workspace_id, c.brand_id, u.profile_id, u.status_id, l.post_id,
                          coalesce(l.campaign_id, o.campaign_id), l.id, 'CLICK', v.person_no::int, true, c.at
                        from link_click c
                        join short_link l on l.id = c.link_id
                        join unnest(:visitors, :people) as v(visitor, person_no) on v.visitor = encode(c.visitor, 'hex')
                        left join post o on o.workspace_id = l.workspace_id and o.id = l.post_id
                        left join lateral (
                          select p.profile_id, p.status_id from publication p
                          where p.post_id = l.post_id and p.workspace_id = l.workspace_id and p.status_id is not null
                          order by p.id limit 1) u on true
                        where c.batch = any (:batches) and not c.robot and (c.at at time zone 'UTC')::date = :day
                        """)
                .bind("visitors", known.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .bind(
                        "people",
                        known.stream().map(each -> (long) each.getValue()).toArray(Long[]::new))
                .bind("batches", batches)
                .bind("day", day)
                .execute();
    }

    record Visitor(String visitor, LocalDate day) {}
}
