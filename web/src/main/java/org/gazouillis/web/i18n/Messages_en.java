package org.gazouillis.web.i18n;

import java.util.Locale;

/// English by name: without it, a server whose own language is French would answer English readers in French.
public final class Messages_en extends Messages {
    public Messages_en() {
        super(Locale.ENGLISH);
    }
}
