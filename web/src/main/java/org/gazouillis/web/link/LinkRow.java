package org.gazouillis.web.link;

import java.util.Optional;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.link.ShortLink;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.dashboard.FigureText;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;

/// A short link in the reader's words.
///
/// @param api where programs read it
/// @param shown the short address without its scheme, as people write it
public record LinkRow(
        String id,
        String code,
        String page,
        String api,
        String url,
        String shown,
        String typed,
        String target,
        String campaign,
        String clicks,
        String robots,
        String made,
        String until,
        boolean enabled) {
    static LinkRow of(ShortLink link, OwnAddress own, VisibleBrand brand, Messages words) {
        FigureText figures = new FigureText(words.getLocale());
        TimeText times = new TimeText(words.getLocale(), brand.zone());
        String url = own.link(link.code());
        return new LinkRow(
                link.id().toString(),
                link.code(),
                "/link/one?brand=" + brand.handle() + "&id=" + link.id(),
                "/api/desk/v1/links/" + link.id(),
                url,
                url.replaceFirst("^https?://", ""),
                link.typed(),
                link.target(),
                Optional.ofNullable(link.campaign()).orElse(""),
                figures.count(link.clicks()),
                figures.count(link.robots()),
                times.moment(link.createdAt()),
                link.expiresAt() == null ? "" : times.moment(link.expiresAt()),
                link.enabled());
    }
}
