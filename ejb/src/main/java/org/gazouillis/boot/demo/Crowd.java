package org.gazouillis.boot.demo;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The public of the demo: people with names, whom they follow, and what they say on their own.
final class Crowd {
    private static final int FRENCH = 260;
    private static final int ENGLISH = 140;
    private static final int FRIENDS = 3;
    private static final Lines WORDS = Lines.of("people.txt");

    private final Handle handle;
    private final Instant base;

    Crowd(Handle handle, Instant base) {
        this.handle = handle;
        this.base = base;
    }

    /// Somebody of the public.
    record Person(long id, int personNo, String lang) {}

    /// The handle that somebody of this name would take.
    static String handle(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String handle = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return handle.length() <= 26 ? handle : handle.substring(0, 26);
    }

    void come() {
        Random random = Chance.of("crowd");
        Set<String> handles = new HashSet<>();
        PreparedBatch batch = handle.prepareBatch("""
                insert into profile (id, handle, name, lang, created_at, active_at)
                values (:id, :handle, :name, :lang, :created, :active) on conflict do nothing
                """);
        BackDatedIds ids = new BackDatedIds(random);
        for (int n = 0; n < FRENCH + ENGLISH; n++) {
            String lang = n < FRENCH ? "fr" : "en";
            String name = name(lang, random);
            String wish = handle(name);
            for (int twin = 2; !handles.add(wish); twin++) {
                wish = handle(name) + twin;
            }
            Instant created = base.minus(Duration.ofHours(2_400 + random.nextInt(9_000)));
            batch.bind("id", ids.at(created))
                    .bind("handle", wish)
                    .bind("name", name)
                    .bind("lang", lang)
                    .bind("created", created)
                    .bind("active", base.minus(Duration.ofHours(random.nextInt(2_000))))
                    .add();
        }
        batch.execute();
    }

    private static String name(String lang, Random random) {
        return Script.pick(WORDS.of("first", lang).getFirst().parts(";"), random) + " "
                + Script.pick(WORDS.of("last", lang).getFirst().parts(";"), random);
    }

    /// Everybody who is neither a brand nor a member, in the order of their ids.
    static List<Person> people(Handle handle) {
        return handle.createQuery("""
                        select p.id, p.person_no, p.lang from profile p
                        where not exists (select from social_account a where a.profile_id = p.id)
                          and not exists (select from member m where m.profile_id = p.id)
                        order by p.id
                        """).map(Sql.row(Person.class)).list();
    }

    /// Makes as many people follow the brand as its script says, most of them in its language, over four months; and
    /// the agency's members.
    void follow(Voice voice) {
        Random random = Chance.of("follow-" + voice.script().handle());
        List<Person> people = new ArrayList<>(people(handle));
        Collections.shuffle(people, random);
        people.sort(Comparator.comparing(
                person -> !person.lang().equals(voice.script().lang())));
        List<Follow> follows = new ArrayList<>();
        for (Person person : people.subList(0, Math.min(voice.script().followers(), people.size()))) {
            follows.add(new Follow(voice.profile(), person.id(), ago(random, 2_900)));
        }
        for (long member : members(voice)) {
            follows.add(new Follow(voice.profile(), member, ago(random, 2_900)));
        }
        write(follows);
    }

    private List<Long> members(Voice voice) {
        return handle.createQuery("select profile_id from member where workspace_id = :workspace order by id")
                .bind("workspace", voice.workspace())
                .mapTo(Long.class)
                .list();
    }

    /// People follow a few others, and say something of their own now and then.
    void live() {
        Random random = Chance.of("lives");
        List<Person> people = people(handle);
        List<Follow> follows = new ArrayList<>();
        for (Person person : people) {
            for (int n = 0; n < FRIENDS; n++) {
                Person friend = Script.pick(people, random);
                if (friend.id() != person.id()) {
                    follows.add(new Follow(friend.id(), person.id(), ago(random, 2_900)));
                }
            }
        }
        write(follows);
        Statuses said = new Statuses(handle, new BackDatedIds(random));
        for (String lang : List.of("fr", "en")) {
            List<Person> speakers =
                    people.stream().filter(each -> each.lang().equals(lang)).toList();
            for (String text : WORDS.values("say", lang)) {
                said.add(Script.pick(speakers, random), text, null, ago(random, 400));
            }
        }
        said.write();
    }

    private Instant ago(Random random, int hours) {
        return base.minus(Duration.ofMinutes(5 + random.nextInt(hours * 60)));
    }

    private record Follow(long author, long follower, Instant at) {}

    private void write(List<Follow> follows) {
        handle.createUpdate("""
                        with followed as (
                          insert into follow (author_id, follower_id, at)
                          select author, follower, at::timestamptz from unnest(:authors, :followers, :times)
                            as f(author, follower, at)
                          on conflict do nothing returning author_id, follower_id, at)
                        insert into outbox (kind, subject, payload, at)
                        select 'Followed', author_id, jsonb_build_object('follower', follower_id), at from followed
                        order by at
                        """)
                .bind("authors", follows.stream().map(Follow::author).toArray(Long[]::new))
                .bind("followers", follows.stream().map(Follow::follower).toArray(Long[]::new))
                .bind(
                        "times",
                        follows.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .execute();
    }
}
