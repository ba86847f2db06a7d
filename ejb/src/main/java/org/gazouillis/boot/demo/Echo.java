package org.gazouillis.boot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.gazouillis.engage.Engagement;
import org.gazouillis.engage.EngagementLog;
import org.gazouillis.engage.Opened;
import org.gazouillis.engage.ViewRules;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;

/// What the public did with a brand's statuses of some days: about two thirds of the followers and a few strangers
/// saw each, some came back to it, and one in twenty-five views was answered by a like, a repost or a reply; others
/// quoted it or opened the answers, the profile or a hashtag. Some statuses fare better than others.
final class Echo {
    private static final double STRANGERS = 0.06;
    private static final double AGAIN = 0.18;
    private static final double LIKE = 0.029;
    private static final double REPOST = 0.006;
    private static final double REPLY = 0.004;
    private static final double QUOTE = 0.002;
    /// How often something is opened when a status is seen.
    private static final double OPEN = 0.03;
    private static final List<Opened> WHAT = List.of(Opened.DETAIL, Opened.DETAIL, Opened.PROFILE, Opened.HASHTAG);

    private static final Duration HALF_SEE_WITHIN = Duration.ofHours(3);
    private static final Lines WORDS = Lines.of("people.txt");

    private final Handle handle;
    private final Instant base;
    private final Random random;
    private final Random curiosity;
    private final Random showing;
    private final List<Engagement> facts = new ArrayList<>();
    private final List<Act> likes = new ArrayList<>();
    private final List<Act> reposts = new ArrayList<>();
    private final Statuses replies;
    private final BackDatedIds ids;

    Echo(Handle handle, Instant base, String step) {
        this.handle = handle;
        this.base = base;
        this.random = Chance.of(step);
        this.curiosity = Chance.of(step + " openings");
        this.showing = Chance.of(step + " quotes");
        this.ids = new BackDatedIds(random);
        this.replies = new Statuses(handle, ids);
    }

    record Shown(long id, Instant createdAt) {}

    record Reader(long id, int personNo, String lang, boolean follows) {
        Crowd.Person person() {
            return new Crowd.Person(id, personNo, lang);
        }
    }

    private record Act(long status, long by, Instant at) {}

    void of(Voice voice, Instant from, Instant to) {
        List<Reader> readers = readers(voice);
        for (Shown status : statuses(voice, from, to)) {
            double charm = Math.min(2.6, Math.exp(random.nextGaussian() * 0.5));
            double share = 0.45 + 0.4 * random.nextDouble();
            for (Reader reader : readers) {
                if (random.nextDouble() < (reader.follows() ? share : STRANGERS * charm)) {
                    read(status, reader, charm);
                }
            }
        }
        EngagementLog.append(handle, facts);
        writeLikes();
        writeReposts();
        replies.write();
    }

    private void read(Shown status, Reader reader, double charm) {
        Instant at = status.createdAt().plus(Chance.delay(random, HALF_SEE_WITHIN));
        if (!at.isBefore(base)) {
            return;
        }
        see(status, reader, at);
        if (random.nextDouble() < AGAIN) {
            see(status, reader, at.plus(ViewRules.ONCE_PER).plus(Chance.delay(random, HALF_SEE_WITHIN)));
        }
        Instant then = at.plusSeconds(2L + random.nextInt(40));
        if (random.nextDouble() < LIKE * charm) {
            likes.add(new Act(status.id(), reader.id(), then));
        }
        if (random.nextDouble() < REPOST * charm) {
            reposts.add(new Act(status.id(), reader.id(), then));
        }
        if (random.nextDouble() < REPLY * charm) {
            String text = Script.pick(WORDS.values("reply", reader.lang()), random);
            replies.add(reader.person(), text, status.id(), then.plusSeconds(30));
        }
        if (showing.nextDouble() < QUOTE * charm) {
            String text = Script.pick(WORDS.values("quote", reader.lang()), showing);
            replies.quote(reader.person(), text, status.id(), then.plusSeconds(30));
        }
    }

    private void see(Shown status, Reader reader, Instant at) {
        if (at.isBefore(base)) {
            StatusId seen = new StatusId(status.id());
            org.gazouillis.engage.Person by = new org.gazouillis.engage.Person(reader.personNo(), false);
            facts.add(new Engagement.View(seen, by, at));
            if (curiosity.nextDouble() < OPEN) {
                facts.add(
                        new Engagement.Opening(seen, WHAT.get(curiosity.nextInt(WHAT.size())), by, at.plusSeconds(3)));
            }
        }
    }

    private List<Shown> statuses(Voice voice, Instant from, Instant to) {
        return handle.createQuery("""
                        select id, created_at from status
                        where profile_id = :profile and repost_of is null and in_reply_to is null
                          and created_at >= :from and created_at < :to order by id
                        """)
                .bind("profile", voice.profile())
                .bind("from", from)
                .bind("to", to)
                .map(Sql.row(Shown.class))
                .list();
    }

    private List<Reader> readers(Voice voice) {
        List<Long> followers = handle.createQuery("select follower_id from follow where author_id = :profile")
                .bind("profile", voice.profile())
                .mapTo(Long.class)
                .list();
        Set<Long> following = Set.copyOf(followers);
        return Crowd.people(handle).stream()
                .map(each -> new Reader(each.id(), each.personNo(), each.lang(), following.contains(each.id())))
                .toList();
    }

    private void writeLikes() {
        handle.createUpdate("""
                        with liked as (
                          insert into status_like (status_id, profile_id, at)
                          select status, person, at::timestamptz from unnest(:statuses, :people, :times)
                            as l(status, person, at)
                          on conflict do nothing returning status_id, profile_id, at),
                        counted as (
                          insert into status_count (status_id, likes)
                          select status_id, count(*) from liked group by status_id
                          on conflict (status_id) do update set likes = status_count.likes + excluded.likes)
                        insert into outbox (kind, subject, payload, at)
                        select 'StatusLiked', status_id, jsonb_build_object('profile', profile_id), at from liked
                        order by at
                        """)
                .bind("statuses", numbers(likes, Act::status))
                .bind("people", numbers(likes, Act::by))
                .bind("times", times(likes))
                .execute();
    }

    private void writeReposts() {
        handle.createUpdate("""
                        with reposted as (
                          insert into status (id, profile_id, text, lang, created_at, conversation_id, repost_of)
                          select id, person, '', 'und', at::timestamptz, id, status
                          from unnest(:ids, :statuses, :people, :times) as r(id, status, person, at)
                          on conflict do nothing returning id, profile_id, created_at, repost_of),
                        counted as (
                          insert into status_count (status_id, reposts)
                          select repost_of, count(*) from reposted group by repost_of
                          on conflict (status_id) do update set reposts = status_count.reposts + excluded.reposts)
                        insert into outbox (kind, subject, payload, at)
                        select 'StatusReposted', id, jsonb_build_object('profile', profile_id, 'of', repost_of),
                               created_at from reposted order by id
                        """)
                .bind("ids", reposts.stream().map(act -> ids.at(act.at())).toArray(Long[]::new))
                .bind("statuses", numbers(reposts, Act::status))
                .bind("people", numbers(reposts, Act::by))
                .bind("times", times(reposts))
                .execute();
    }

    private static Long[] numbers(List<Act> acts, Function<Act, Long> number) {
        return acts.stream().map(number).toArray(Long[]::new);
    }

    private static String[] times(List<Act> acts) {
        return acts.stream().map(act -> act.at().toString()).toArray(String[]::new);
    }
}
