package org.gazouillis.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Jdbi;

/// Tokens for scripts: 256 random bits behind the prefix `gzl_`, of which only the SHA-256 is kept.
@ApplicationScoped
public class ApiTokens {
    public static final Set<String> SCOPES = MemberScope.ALL_SCOPES;
    private static final String PREFIX = "gzl_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi db;
    private final Members members;
    private final TimeOrderedIds ids;
    private final Clock clock;

    @Inject
    public ApiTokens(@WorkerDb Jdbi db, Members members, TimeOrderedIds ids, Clock clock) {
        this.db = db;
        this.members = members;
        this.ids = ids;
        this.clock = clock;
    }

    ApiTokens() {
        this(Jdbi.create("jdbc:none"), new Members(), new TimeOrderedIds(Clock.systemUTC(), 0), Clock.systemUTC());
    }

    /// Makes a token; its text is shown this once and never again.
    ///
    /// @throws ScopeUnknown when a scope is not one of [#SCOPES], or there is none
    @Transactional
    public String issue(MemberId member, Set<String> scopes) {
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            throw new ScopeUnknown();
        }
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        db.useHandle(handle -> handle.createUpdate("""
                        insert into api_token (workspace_id, id, member_id, token_hash, scopes, created_at)
                        select workspace_id, :id, id, :hash, :scopes, :now from member where id = :member
                        """)
                .bind("id", ids.next())
                .bind("hash", hash(token))
                .bind("scopes", scopes.toArray(String[]::new))
                .bind("now", clock.instant())
                .bind("member", member)
                .execute());
        return token;
    }

    /// Whom the token speaks for; empty when it is unknown, revoked, or its member was disabled.
    @Transactional
    public Optional<MemberScope> resolve(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] hash = hash(token);
        return db.withHandle(handle -> {
                    handle.createUpdate("""
                            update api_token set last_used_at = :now
                            where token_hash = :hash and (last_used_at is null or last_used_at < :stale)
                            """)
                            .bind("now", clock.instant())
                            .bind("stale", clock.instant().minus(Duration.ofMinutes(1)))
                            .bind("hash", hash)
                            .execute();
                    return handle.createQuery(
                                    "select member_id, scopes from api_token where token_hash = ? and revoked_at is null")
                            .bind(0, hash)
                            .map((row, context) -> new Known(new MemberId(row.getLong(1)), Set.of((String[])
                                    row.getArray(2).getArray())))
                            .findOne();
                })
                .flatMap(known -> members.scope(known.member(), known.scopes()));
    }

    private record Known(MemberId member, Set<String> scopes) {}

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
