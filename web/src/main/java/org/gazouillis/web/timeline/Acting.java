package org.gazouillis.web.timeline;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.Profile;
import org.gazouillis.microblog.Profiles;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.microblog.Addresses;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// As whom the reader of a timeline page acts: as the brand in the URL when they publish for it, else as themselves.
/// Strangers act as nobody.
@Named
@RequestScoped
public class Acting {
    @Inject
    private CurrentMember current;

    @Inject
    private Profiles profiles;

    @Inject
    private Shell shell;

    private @Nullable Profile profile;
    private String as = "";

    @PostConstruct
    void decide() {
        Optional<Profile> brand = Optional.ofNullable(shell.getBrand())
                .filter(each -> shell.may(each.id(), "PUBLISH"))
                .flatMap(Acting::handle)
                .flatMap(profiles::byHandle);
        as = brand.map(Profile::handle).orElse("");
        profile = brand.or(() -> current.scope().map(member -> profiles.byId(member.profile())))
                .orElse(null);
    }

    public @Nullable ProfileId viewer() {
        return profile == null ? null : profile.id();
    }

    /// The handle that deeds name with `?as=`; empty for the member themselves.
    public String getAs() {
        return as;
    }

    /// `@nord`, for the names of buttons; empty for a stranger.
    public String getName() {
        return profile == null ? "" : "@" + profile.handle();
    }

    /// Where a stranger signs in to come back to this page.
    public String getSignIn() {
        return "/sign-in?to=" + URLEncoder.encode(shell.getHere(), StandardCharsets.UTF_8);
    }

    public Addresses addresses() {
        VisibleBrand brand = shell.getBrand();
        return new Addresses("", brand == null ? "" : "&brand=" + brand.handle());
    }

    private static Optional<String> handle(VisibleBrand brand) {
        return brand.accounts().stream()
                .filter(account -> account.network().equals("gazouillis"))
                .map(VisibleBrand.Account::handle)
                .findFirst();
    }
}
