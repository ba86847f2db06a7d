package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Jdbi;

/// Three queries that find something in what is really there, for a reader who has not asked yet.
@ApplicationScoped
public class SearchExamples {
    private static final Duration RECENT = Duration.ofDays(30);

    private final Jdbi db;
    private final CurrentMember current;
    private final Clock clock;

    @Inject
    public SearchExamples(@AppDb Jdbi db, CurrentMember current, Clock clock) {
        this.db = db;
        this.current = current;
        this.clock = clock;
    }

    SearchExamples() {
        this(Jdbi.create("jdbc:none"), new CurrentMember(), Clock.systemUTC());
    }

    /// The most used hashtag of late, a voice, and a second hashtag within the last month; fewer while little was
    /// said.
    @Transactional
    public List<String> all() {
        List<String> tags = tags();
        LocalDate since = clock.instant().minus(RECENT).atZone(ZoneOffset.UTC).toLocalDate();
        return Stream.of(
                        tags.stream().findFirst().map(tag -> "#" + tag),
                        voice().map(handle -> "from:" + handle),
                        tags.stream().skip(1).findFirst().map(tag -> "#" + tag + " since:" + since))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Of the member's own brands when they speak, else of all.
    private List<String> tags() {
        return db.withHandle(
                handle -> handle.createQuery("""
                        select tag from (select unnest(s.hashtags) as tag, a.id is not null as own
                          from (select hashtags, profile_id from status
                                where removed_at is null and repost_of is null order by id desc limit 1000) s
                          left join social_account a on a.profile_id = s.profile_id) used
                        group by tag order by bool_or(own) desc, count(*) desc, tag limit 2
                        """).mapTo(String.class).list());
    }

    private Optional<String> voice() {
        return current.scope()
                .map(MemberScope::workspace)
                .flatMap(workspace -> db.withHandle(handle -> handle.createQuery("""
                        select handle from social_account
                        where workspace_id = :workspace and profile_id is not null order by id limit 1
                        """)
                        .bind("workspace", workspace)
                        .mapTo(String.class)
                        .findOne()));
    }
}
