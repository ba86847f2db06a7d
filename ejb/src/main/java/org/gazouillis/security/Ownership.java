package org.gazouillis.security;

import org.gazouillis.tenancy.MemberScope;
import org.jdbi.v3.core.Handle;

/// Whether a member owns the workspace as a whole: all its brands, also those to come.
public final class Ownership {
    private Ownership() {}

    public static boolean of(Handle handle, MemberScope member) {
        return handle.createQuery("""
                        select exists (select from membership where workspace_id = :workspace and member_id = :member
                          and brand_id is null and role = 'OWNER')
                        """)
                .bind("workspace", member.workspace())
                .bind("member", member.member())
                .mapTo(Boolean.class)
                .one();
    }
}
