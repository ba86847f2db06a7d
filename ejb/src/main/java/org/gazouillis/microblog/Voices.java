package org.gazouillis.microblog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Decides as whom a member acts on the micro-blog: as themselves, or as a brand that they may publish for.
@ApplicationScoped
@Transactional
public class Voices {
    private final Jdbi db;
    private final Permissions permissions;

    @Inject
    public Voices(@AppDb Jdbi db, Permissions permissions) {
        this.db = db;
        this.permissions = permissions;
    }

    Voices() {
        this(Jdbi.create("jdbc:none"), new Permissions(new CurrentMember()));
    }

    /// @param as null for the member's own profile
    /// @throws ProfileNotYours when the profile is neither the member's nor that of a brand they see
    /// @throws org.gazouillis.security.PermissionDenied when they see the brand but do not publish for it
    public ProfileId require(@Nullable ProfileId as) {
        MemberScope member = permissions.requireScope("write");
        if (as == null || as.equals(member.profile())) {
            return member.profile();
        }
        permissions.require(brandOf(as, member), Permission.PUBLISH);
        return as;
    }

    private BrandId brandOf(ProfileId profile, MemberScope member) {
        return db.withHandle(handle -> handle.createQuery(
                                "select brand_id from social_account where workspace_id = :workspace and profile_id = :profile")
                        .bind("workspace", member.workspace())
                        .bind("profile", profile)
                        .mapTo(BrandId.class)
                        .findOne())
                .orElseThrow(() -> new ProfileNotYours(profile));
    }
}
