package org.gazouillis.web.notice;

import java.util.Arrays;
import org.gazouillis.notice.NoticeKind;
import org.jspecify.annotations.Nullable;

/// There is no such kind of notice.
public final class KindNotKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KindNotKnown(@Nullable String kind) {
        super("There is no kind of notice \"" + kind + "\". The kinds are " + Arrays.toString(NoticeKind.values())
                + ".");
    }
}
