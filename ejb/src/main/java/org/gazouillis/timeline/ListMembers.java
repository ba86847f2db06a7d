package org.gazouillis.timeline;

import java.util.Set;
import org.gazouillis.kernel.ListId;
import org.gazouillis.kernel.ProfileId;
import org.jdbi.v3.core.Handle;

/// Who stands on a list.
public final class ListMembers {
    private ListMembers() {}

    /// Nobody when it was removed.
    public static Set<ProfileId> of(Handle handle, ListId list) {
        return handle.createQuery("""
                        select m.profile_id from list_member m
                        join profile_list l on l.id = m.list_id and l.removed_at is null where l.id = :list
                        """).bind("list", list).mapTo(ProfileId.class).set();
    }
}
