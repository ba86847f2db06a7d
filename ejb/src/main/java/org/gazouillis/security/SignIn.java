package org.gazouillis.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Checks e-mail address and password. Ten failures in five minutes per account and address, twenty per address and
/// twenty-five an hour per account are the limit; tries on one account are taken one after another, so that parallel
/// guesses count in full. A right password while limited is refused like a wrong one.
@ApplicationScoped
public class SignIn {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int PER_PAIR = 10;
    private static final int PER_ADDRESS = 20;
    private static final int PER_ACCOUNT_HOUR = 25;

    private final Jdbi db;
    private final Passwords passwords;
    private final Clock clock;

    @Inject
    public SignIn(@WorkerDb Jdbi db, Passwords passwords, Clock clock) {
        this.db = db;
        this.passwords = passwords;
        this.clock = clock;
    }

    SignIn() {
        this(Jdbi.create("jdbc:none"), new Passwords(), Clock.systemUTC());
    }

    /// @param address where the request came from
    /// @throws SignInRefused when they do not fit, or too many tries were made
    @Transactional(dontRollbackOn = SignInRefused.class)
    public MemberId check(String email, String password, String address) {
        String account = email.strip().toLowerCase(Locale.ROOT);
        return db.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 7))", account);
            Instant now = clock.instant();
            requireFewFailures(handle, account, address, now);
            Optional<Known> known = handle.createQuery(
                            "select id, password_hash from member where lower(email) = :account and disabled_at is null")
                    .bind("account", account)
                    .map((row, context) -> new Known(new MemberId(row.getLong(1)), row.getString(2)))
                    .findOne();
            if (known.isEmpty()) {
                passwords.pretendToCompare(password);
            } else if (passwords.matches(password, known.get().hash())) {
                handle.execute(
                        "delete from sign_in_attempt where account = ? or at < ?",
                        account,
                        now.minus(Duration.ofDays(1)));
                return known.get().id();
            }
            handle.execute(
                    "insert into sign_in_attempt (account, address, at) values (?, ?, ?)", account, address, now);
            throw new SignInRefused();
        });
    }

    private record Known(MemberId id, String hash) {}

    private static void requireFewFailures(Handle handle, String account, String address, Instant now) {
        boolean tooMany = handle.createQuery("""
                        select (select count(*) from sign_in_attempt where account = :account and address = :address and at > :window) >= :pair
                            or (select count(*) from sign_in_attempt where address = :address and at > :window) >= :addressLimit
                            or (select count(*) from sign_in_attempt where account = :account and at > :hour) >= :accountLimit
                        """)
                .bind("account", account)
                .bind("address", address)
                .bind("window", now.minus(WINDOW))
                .bind("hour", now.minus(Duration.ofHours(1)))
                .bind("pair", PER_PAIR)
                .bind("addressLimit", PER_ADDRESS)
                .bind("accountLimit", PER_ACCOUNT_HOUR)
                .mapTo(Boolean.class)
                .one();
        if (tooMany) {
            throw new SignInRefused(WINDOW);
        }
    }
}
