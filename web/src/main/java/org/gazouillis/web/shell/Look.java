package org.gazouillis.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.tenancy.Preferences;
import org.gazouillis.web.i18n.Languages;
import org.jspecify.annotations.Nullable;

/// Language and theme of a page: what the member chose, else what this browser's cookies say, else what it asks for.
record Look(Locale locale, String theme) {
    static final Look DEFAULT = new Look(Locale.ENGLISH, "auto");
    static final Set<String> THEMES = Set.of("auto", "light", "dark");
    static final String LOCALE_COOKIE = "gazouillis-locale";
    static final String THEME_COOKIE = "gazouillis-theme";

    static Look ofMember(Preferences preferences) {
        Locale locale = Languages.named(preferences.locale());
        return new Look(locale == null ? Locale.ENGLISH : locale, preferences.theme());
    }

    static Look ofStranger(HttpServletRequest request) {
        Locale chosen = Languages.named(cookie(request, LOCALE_COOKIE));
        String theme = cookie(request, THEME_COOKIE);
        return new Look(
                chosen == null ? Languages.best(request.getHeader("Accept-Language")) : chosen,
                theme != null && THEMES.contains(theme) ? theme : "auto");
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
