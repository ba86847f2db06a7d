package org.gazouillis.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.boot.Settings;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberPreferences;
import org.gazouillis.tenancy.Preferences;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.web.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.primefaces.context.PrimeFacesContext;

/// What the frame of a page needs to know; every page may ask it, too. Read once per request.
@Named
@RequestScoped
public class Shell {
    @Inject
    private HttpServletRequest request;

    @Inject
    private MemberPreferences preferences;

    @Inject
    private VisibleBrands visibleBrands;

    @Inject
    private Permissions permissions;

    @Inject
    private Settings settings;

    private @Nullable Preferences member;
    private List<VisibleBrand> brands = List.of();
    private Look look = Look.DEFAULT;

    @PostConstruct
    void read() {
        member = preferences.read().orElse(null);
        brands = visibleBrands.all();
        look = member == null ? Look.ofStranger(request) : Look.ofMember(member);
    }

    public boolean isSignedIn() {
        return member != null;
    }

    /// The member's name; empty for a stranger.
    public String getName() {
        return member == null ? "" : member.name();
    }

    /// `auto`, `light` or `dark`.
    public String getTheme() {
        return look.theme();
    }

    public Locale getLocale() {
        return look.locale();
    }

    public String getLanguage() {
        return look.locale().getLanguage();
    }

    public List<VisibleBrand> getBrands() {
        return brands;
    }

    /// The brand in the URL (`?brand=handle`); null when it names none: then the page is about all brands.
    public @Nullable VisibleBrand getBrand() {
        return chosen().orElse(null);
    }

    /// For pages about one brand: the brand in the URL, else the first that the member sees.
    ///
    /// @throws BrandNotFound when the URL names a brand that the member does not see, or there is none at all
    public VisibleBrand brandOrFirst() {
        String handle = request.getParameter("brand");
        if (handle != null && !handle.isBlank()) {
            return chosen().orElseThrow(() -> new BrandNotFound(handle));
        }
        return brands.stream().findFirst().orElseThrow(() -> new BrandNotFound(""));
    }

    /// The zone that times on this page are written in: the brand's, or UTC when the page is about all.
    public ZoneId getZone() {
        return chosen().map(VisibleBrand::zone).orElse(ZoneOffset.UTC);
    }

    /// Whether to show a control; the capability asks again before the deed.
    public boolean may(BrandId brand, String permission) {
        return permissions.may(brand, Permission.valueOf(permission));
    }

    /// Whether to show what is for members who administer a brand.
    public boolean isAdministrator() {
        return brands.stream().anyMatch(brand -> permissions.may(brand.id(), Permission.ADMINISTER));
    }

    /// Address of this page with another brand; `null` for all brands. Everything else in the query stays.
    public String withBrand(@Nullable String handle) {
        return Address.of(request).with("brand", handle);
    }

    /// Address of this page as the reader sees it, for a way back.
    public String getHere() {
        return Address.of(request).toString();
    }

    /// Whether this page lies at or below the path, for `aria-current`.
    public boolean at(String path) {
        return Address.of(request).isAt(path);
    }

    /// The value of `aria-current` for a link of the navigation: this page, a page of its section, or neither.
    ///
    /// @param section path above the pages of the section; null or empty when there is but one
    public String current(String page, @Nullable String section) {
        if (at(page)) {
            return "page";
        }
        return section != null && !section.isEmpty() && at(section) ? "true" : "false";
    }

    /// The brand as a query (`?brand=handle`), for links that keep it; empty when there is none.
    public String getBrandQuery() {
        return chosen().map(brand -> "?brand=" + brand.handle()).orElse("");
    }

    /// The nonce of this page's content policy. Forms of stateless pages send it back as `primefaces.nonce`.
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    public boolean isDemo() {
        return settings.demo();
    }

    /// For the page that follows an upload that was too large.
    public String getTooLarge() {
        return texts().text("error.413.text", settings.largestUploadInMegabytes());
    }

    /// The texts in the reader's language, for Java code of pages.
    public Messages texts() {
        return Messages.of(look.locale());
    }

    private Optional<VisibleBrand> chosen() {
        String handle = request.getParameter("brand");
        return brands.stream().filter(brand -> brand.handle().equals(handle)).findFirst();
    }
}
