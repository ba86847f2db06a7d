package org.gazouillis.web.microblog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.ProfileNotFound;
import org.gazouillis.microblog.Profiles;
import org.gazouillis.microblog.Voices;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.jspecify.annotations.Nullable;

/// With whose eyes this request reads, and with whose voice it speaks.
@RequestScoped
public class Viewer {
    @Inject
    private CurrentMember current;

    @Inject
    private Profiles profiles;

    @Inject
    private Voices voices;

    /// The member's own profile; null for a stranger.
    public @Nullable ProfileId own() {
        return current.scope().map(MemberScope::profile).orElse(null);
    }

    /// The profile that `?as=` names; null when it names none, which means the member's own.
    ///
    /// @throws ProfileNotFound when nobody has that handle
    public @Nullable ProfileId named(@Nullable String as) {
        if (as == null || as.isBlank()) {
            return null;
        }
        return profiles.byHandle(as).map(Profile::id).orElseThrow(() -> new ProfileNotFound(as));
    }

    /// Whose home is read: the named profile's, when the member may speak for it, else the member's own.
    public ProfileId home(@Nullable String as) {
        ProfileId named = named(as);
        return named == null ? current.require().profile() : voices.require(named);
    }

    /// Whose marks are shown: the named profile's, when the member may speak for it, else their own, if any.
    public @Nullable ProfileId marks(@Nullable String as) {
        ProfileId named = named(as);
        return named == null ? own() : voices.require(named);
    }
}
