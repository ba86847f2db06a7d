package org.gazouillis.web.i18n;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// All texts of one language: the property files of all capabilities in one bundle. Pages say `#{m['page.element']}`,
/// Java says `Messages.of(locale).text("page.element", …)`.
///
/// This class is the English bundle and the fallback of every other.
public class Messages extends ResourceBundle {
    /// Each may have the files `<capability>.properties` and `<capability>_fr.properties` beside this class.
    static final List<String> CAPABILITIES = List.of(
            "shell",
            "security",
            "problem",
            "faces",
            "brand",
            "microblog",
            "timeline",
            "campaign",
            "link",
            "compose",
            "schedule",
            "calendar",
            "publish",
            "stop",
            "rules",
            "notice",
            "listen",
            "engage",
            "dashboard",
            "explore",
            "report",
            "intake",
            "bulk");

    private final Locale language;
    private final Map<String, String> texts;

    public Messages() {
        this(Locale.ENGLISH);
    }

    Messages(Locale language) {
        this.language = language;
        this.texts = BundleFiles.read(CAPABILITIES, language);
    }

    public static Messages of(Locale locale) {
        return (Messages) ResourceBundle.getBundle(Messages.class.getName(), locale, Messages.class.getClassLoader());
    }

    /// The text with its numbered places (`{0}`) filled in the manner of this language; a key without text shows
    /// itself between question marks, which tests look for.
    public String text(String key, Object... arguments) {
        String pattern = texts.get(key);
        if (pattern == null) {
            return "???" + key + "???";
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language).format(arguments);
    }

    @Override
    public Locale getLocale() {
        return language;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
