package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.Selection;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Keeps the voices among which a brand's share is measured: the same for all its members. Who sets the brand's rules
/// changes them.
@ApplicationScoped
@Transactional
public class Voices {
    /// With one there is nothing to share, and more lines than six cannot be told apart.
    public static final int FEWEST = 2;
    public static final int MOST = 6;

    private Jdbi db;
    private Permissions permissions;
    private AuditTrail trail;

    @Inject
    public Voices(@AppDb Jdbi db, Permissions permissions, AuditTrail trail) {
        this.db = db;
        this.permissions = permissions;
        this.trail = trail;
    }

    @SuppressWarnings("NullAway.Init")
    Voices() {}

    /// In their order; empty when nobody has named any.
    public List<Voice> of(BrandId brand) {
        MemberScope member = permissions.require(brand, Permission.VIEW);
        return db.withHandle(handle -> handle.createQuery("""
                        select name, query from voice where workspace_id = :workspace and brand_id = :brand order by place
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(Voice.class))
                .list());
    }

    /// Replaces all; an empty list forgets them.
    ///
    /// @throws VoicesRefused when they are too few, too many, bear one name, or their searches together are too
    ///     much for one
    public List<Voice> keep(BrandId brand, List<Voice> voices) {
        MemberScope member = permissions.require(brand, Permission.SET_RULES);
        check(voices);
        db.useHandle(handle -> {
            handle.createUpdate("delete from voice where workspace_id = :workspace and brand_id = :brand")
                    .bind("workspace", member.workspace())
                    .bind("brand", brand)
                    .execute();
            insert(handle, member, brand, voices);
            trail.record(
                    handle, new AuditEntry(member.workspace(), member.member(), brand, "voices.changed", brand, "{}"));
        });
        return of(brand);
    }

    /// All statuses that some voice finds.
    static String together(List<Voice> voices) {
        return voices.stream().map(voice -> "(" + voice.query() + ")").collect(Collectors.joining(" OR "));
    }

    private static void check(List<Voice> voices) {
        if (!voices.isEmpty() && (voices.size() < FEWEST || voices.size() > MOST)) {
            throw new VoicesRefused(
                    "Name " + FEWEST + " to " + MOST + " voices, not " + voices.size() + ", or none to forget them.");
        }
        long names = voices.stream()
                .map(voice -> voice.name().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (names < voices.size()) {
            throw new VoicesRefused("Two voices bear the same name. Give each its own.");
        }
        try {
            Selection.check(together(voices));
        } catch (QuerySyntaxException tooMuch) {
            VoicesRefused refused = new VoicesRefused(
                    "The searches of all voices together are too much for one search. Shorten some of them.");
            refused.initCause(tooMuch);
            throw refused;
        }
    }

    private static void insert(Handle handle, MemberScope member, BrandId brand, List<Voice> voices) {
        if (voices.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("""
                insert into voice (workspace_id, brand_id, place, name, query)
                values (:workspace, :brand, :place, :name, :query)
                """);
        for (int place = 0; place < voices.size(); place++) {
            rows.bind("workspace", member.workspace())
                    .bind("brand", brand)
                    .bind("place", place)
                    .bind("name", voices.get(place).name())
                    .bind("query", voices.get(place).query())
                    .add();
        }
        rows.execute();
    }
}
