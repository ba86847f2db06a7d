package org.gazouillis.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads and keeps what the current member chose for the face.
@ApplicationScoped
public class MemberPreferences {
    private final Jdbi db;
    private final CurrentMember current;

    @Inject
    public MemberPreferences(@AppDb Jdbi db, CurrentMember current) {
        this.db = db;
        this.current = current;
    }

    MemberPreferences() {
        this(Jdbi.create("jdbc:none"), new CurrentMember());
    }

    /// Empty for a stranger.
    @Transactional
    public Optional<Preferences> read() {
        return current.scope()
                .flatMap(scope -> db.withHandle(handle -> handle.createQuery(
                                "select name, locale, theme from member where workspace_id = :workspace and id = :id")
                        .bind("workspace", scope.workspace())
                        .bind("id", scope.member())
                        .map(Sql.row(Preferences.class))
                        .findOne()));
    }

    /// Changes what is given and leaves what is null.
    @Transactional
    public void keep(@Nullable String locale, @Nullable String theme) {
        MemberScope scope = current.require();
        db.useHandle(handle -> handle.createUpdate("""
                        update member set locale = coalesce(:locale, locale), theme = coalesce(:theme, theme)
                        where workspace_id = :workspace and id = :id
                        """)
                .bind("locale", locale)
                .bind("theme", theme)
                .bind("workspace", scope.workspace())
                .bind("id", scope.member())
                .execute());
    }
}
