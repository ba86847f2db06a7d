package org.gazouillis.link;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address under which readers know this house (`gazouillis.base-url`), and what of it are short links.
///
/// @param base without a slash at its end
public record OwnAddress(String base) {
    static final String FOLDER = "/l/";
    private static final Pattern CODE = Pattern.compile("([A-Za-z0-9_-]{3,64})/?(?:[?#].*)?");

    public OwnAddress {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /// The short link as people see it.
    public String link(String code) {
        return base + FOLDER + code;
    }

    /// The code of a short link of this house; empty for any other address.
    public Optional<String> code(String url) {
        if (!url.regionMatches(true, 0, base + FOLDER, 0, base.length() + FOLDER.length())) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(url.substring(base.length() + FOLDER.length()));
        return code.matches() ? Optional.of(code.group(1)) : Optional.empty();
    }

    /// The codes of all short links of this house that stand in a text, lower case.
    public List<String> codes(String text) {
        return links().matcher(text)
                .results()
                .map(link -> link.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /// The text with other short links of this house.
    ///
    /// @param codes the new ones by the old ones in lower case; what is not among them stays
    public String relinked(String text, Map<String, String> codes) {
        return links().matcher(text).replaceAll(link -> {
            String code = codes.get(link.group(1).toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(code == null ? link.group() : link(code));
        });
    }

    private Pattern links() {
        return Pattern.compile(Pattern.quote(base + FOLDER) + "([A-Za-z0-9_-]{3,64})", Pattern.CASE_INSENSITIVE);
    }

    /// Whether the address leads to a short link of ours or to our root, which leads on by itself.
    boolean isLoop(URI target) {
        String authority = String.valueOf(target.getRawAuthority()).toLowerCase(Locale.ROOT);
        if (!withoutPort(authority, target.getScheme()).equals(own())) {
            return false;
        }
        String path = String.valueOf(target.normalize().getPath()).toLowerCase(Locale.ROOT);
        return path.isEmpty() || path.equals("/") || path.equals("/l") || path.startsWith(FOLDER);
    }

    private String own() {
        URI uri = URI.create(base);
        return withoutPort(String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT), uri.getScheme());
    }

    private static String withoutPort(String authority, String scheme) {
        String usual = scheme.equals("https") ? ":443" : ":80";
        return authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
    }
}
