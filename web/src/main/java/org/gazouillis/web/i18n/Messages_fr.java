package org.gazouillis.web.i18n;

import java.util.Locale;

/// French.
public final class Messages_fr extends Messages {
    public Messages_fr() {
        super(Locale.FRENCH);
    }
}
