package org.gazouillis.web.notice;

import java.util.Arrays;
import org.gazouillis.notice.NoticeKind;
import org.gazouillis.notice.NoticeWish;
import org.jspecify.annotations.Nullable;

/// Whether the member hears of a kind on the page and by mail.
///
/// @param kind `FAILED`, `MISSED`, `HELD`, `EXPIRED`, `WAITS`, `STOPPED`, `RELEASED`, `MOVED` or `DEAD_LINK`
public record NoticeWishJson(@Nullable String kind, boolean page, boolean mail) {
    static NoticeWishJson of(NoticeWish wish) {
        return new NoticeWishJson(wish.kind().name(), wish.page(), wish.mail());
    }

    NoticeWish wish() {
        NoticeKind named = Arrays.stream(NoticeKind.values())
                .filter(each -> each.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow(() -> new KindNotKnown(kind));
        return new NoticeWish(named, page, mail);
    }
}
