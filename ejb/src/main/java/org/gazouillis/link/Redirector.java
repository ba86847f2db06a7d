package org.gazouillis.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Answers for short links: where a code leads, after the click was kept. It leads to what was stored and judged and
/// nowhere else; nothing of a request becomes part of an answer.
///
/// Links are remembered for some seconds: a change counts at once on this node and a little later on others.
@ApplicationScoped
public class Redirector {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 100_000;

    private final ClickLog log;
    private final Jdbi db;
    private final Clock clock;
    private final Cache<String, Optional<Known>> links =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    @Inject
    public Redirector(ClickLog log, @WorkerDb Jdbi db, Clock clock) {
        this.log = log;
        this.db = db;
        this.clock = clock;
    }

    Redirector() {
        this(new ClickLog(), Jdbi.create("jdbc:none"), Clock.systemUTC());
    }

    /// What a code means to a reader.
    public sealed interface Answer {
        /// It leads there, and the click is kept.
        record To(String target) implements Answer {}

        /// There was such a link: it was switched off or deleted, or its time is over.
        record Gone() implements Answer {}

        /// There never was one.
        record Unknown() implements Answer {}
    }

    public Answer follow(String code, Visit visit) {
        if (code.length() < 3 || code.length() > 64) {
            return new Answer.Unknown();
        }
        Optional<Known> known = links.get(code.toLowerCase(Locale.ROOT), this::find);
        if (known == null || known.isEmpty()) {
            return new Answer.Unknown();
        }
        Known link = known.get();
        if (!link.isOpen(clock.instant())) {
            return new Answer.Gone();
        }
        log.keep(link.id(), visit);
        return new Answer.To(link.target());
    }

    /// To be called after a link was changed: the next reader finds it as it is now.
    public void forget(String code) {
        links.invalidate(code.toLowerCase(Locale.ROOT));
    }

    private Optional<Known> find(String code) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id, target, expires_at, disabled_at is not null or deleted_at is not null as closed
                        from short_link where lower(code) = :code
                        """)
                .bind("code", code)
                .map(Sql.row(Known.class))
                .findOne());
    }

    record Known(long id, String target, @Nullable Instant expiresAt, boolean closed) {
        boolean isOpen(Instant now) {
            return !closed && (expiresAt == null || expiresAt.isAfter(now));
        }
    }
}
