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
import java.util.concurrent.CompletableFuture;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Answers for short links: where a code leads, and the click, kept. It leads to what was stored and judged and
/// nowhere else; nothing of a request becomes part of an answer.
///
/// Links are remembered for some seconds: a change counts at once on this node and a little later on others.
@ApplicationScoped
public class Redirector {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 100_000;
    private static final int LONGEST = 64;

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
        /// It leads there.
        record To(LinkId link, String target) implements Answer {}

        /// There was such a link: it was switched off or deleted, or its time is over.
        record Gone() implements Answer {}

        /// There never was one.
        record Unknown() implements Answer {}
    }

    /// Where a code leads; the database is asked where it must be.
    public Answer find(String code) {
        if (code.length() < 3 || code.length() > LONGEST) {
            return new Answer.Unknown();
        }
        Optional<Known> known = links.get(code.toLowerCase(Locale.ROOT), this::ask);
        return known == null || known.isEmpty() ? new Answer.Unknown() : answer(known.get());
    }

    /// Where a code leads, without waiting for anybody: empty unless that is remembered, and when it leads nowhere.
    public Optional<Answer.To> recall(String code) {
        Optional<Known> known = code.length() > LONGEST ? null : links.getIfPresent(code.toLowerCase(Locale.ROOT));
        return known != null && known.isPresent() && answer(known.get()) instanceof Answer.To to
                ? Optional.of(to)
                : Optional.empty();
    }

    /// To be called for every click, before its answer: that may go when the future ends, which never fails. What
    /// hangs on the future must be short, for all other clicks wait for it.
    public CompletableFuture<Void> keep(Answer.To answer, Visit visit) {
        return log.keep(answer.link().value(), visit);
    }

    private Answer answer(Known link) {
        return link.isOpen(clock.instant()) ? new Answer.To(new LinkId(link.id()), link.target()) : new Answer.Gone();
    }

    /// To be called after a link was changed: the next reader finds it as it is now.
    public void forget(String code) {
        links.invalidate(code.toLowerCase(Locale.ROOT));
    }

    private Optional<Known> ask(String code) {
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
