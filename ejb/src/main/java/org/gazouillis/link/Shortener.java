package org.gazouillis.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.network.PostText;
import org.jspecify.annotations.Nullable;

/// Puts short links into a text in the place of its addresses. The text stays text: whoever asked may go on editing
/// it. For the built-in timeline an address counts as 23 signs either way.
@ApplicationScoped
public class Shortener {
    private ShortLinks links;
    private OwnAddress own;

    @Inject
    public Shortener(ShortLinks links, OwnAddress own) {
        this.links = links;
        this.own = own;
    }

    @SuppressWarnings("NullAway.Init")
    Shortener() {}

    /// Shortens each address that begins with `http` and is not a short link already; the same address twice becomes
    /// the same link twice. Addresses that may not be led to are left as they are.
    ///
    /// @param campaign whose UTM parameters the links carry; null for none
    @Transactional
    public ShortenedText shorten(BrandId brand, @Nullable CampaignId campaign, String text) {
        List<ShortLink> made = new ArrayList<>();
        String shortened = text;
        for (String url : PostText.entities(text).urls()) {
            if (isLong(url)) {
                ShortLink link = links.open(new LinkOrder(brand, url, null, campaign, LinkRows.NETWORK, null));
                shortened = replaced(shortened, url, own.link(link.code()));
                made.add(link);
            }
        }
        return new ShortenedText(shortened, List.copyOf(made));
    }

    private boolean isLong(String url) {
        try {
            return own.code(url).isEmpty() && !LinkTarget.of(url, own).text().isEmpty();
        } catch (TargetRefused mayNot) {
            return false;
        }
    }

    /// Where the address stands as a whole: `https://a.example/b` is not the beginning of `https://a.example/bc`.
    private static String replaced(String text, String url, String link) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(url); at >= 0; at = text.indexOf(url, from)) {
            int end = at + url.length();
            boolean whole = PostText.entities(text.substring(at)).urls().stream()
                    .findFirst()
                    .filter(url::equals)
                    .isPresent();
            result.append(text, from, at).append(whole ? link : url);
            from = end;
        }
        return result.append(text.substring(from)).toString();
    }
}
