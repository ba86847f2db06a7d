package org.gazouillis.web.notice;

import java.util.Arrays;
import org.gazouillis.notice.NoticeKind;
import org.gazouillis.notice.NoticeWish;
import org.jspecify.annotations.Nullable;

/// Whether the member hears of a kind on the page, by mail, and by webhook.
///
/// @param kind `FAILED`, `MISSED`, `HELD`, `EXPIRED`, `WAITS`, `STOPPED`, `RELEASED`, `MOVED`, `DEAD_LINK`, `MATCHED`,
/// `SPIKED`, `UNMAILED`, `EXPORTED` or `UNEXPORTED`
/// @param hook missing means true
public record NoticeWishJson(
        @Nullable String kind,
        boolean page,
        boolean mail,
        @Nullable Boolean hook) {
    static NoticeWishJson of(NoticeWish wish) {
        return new NoticeWishJson(wish.kind().name(), wish.page(), wish.mail(), wish.hook());
    }

    NoticeWish wish() {
        NoticeKind named = Arrays.stream(NoticeKind.values())
                .filter(each -> each.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow(() -> new KindNotKnown(kind));
        return new NoticeWish(named, page, mail, !Boolean.FALSE.equals(hook));
    }
}
