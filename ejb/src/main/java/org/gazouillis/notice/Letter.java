package org.gazouillis.notice;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.gazouillis.kernel.PublicAddress;

/// One mail to one member, in their language: what happened, line by line, each with the page where to go on.
record Letter(String to, String subject, String body) {
    private static final int MOST_LINES = 50;
    /// Else a server whose own language is French would write to English readers in French.
    private static final ResourceBundle.Control OWN_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static Letter of(Recipient recipient, List<MailRound.Line> lines, PublicAddress address) {
        Locale locale = Locale.forLanguageTag(recipient.locale());
        ResourceBundle words = ResourceBundle.getBundle(
                "org.gazouillis.notice.letter", locale, Letter.class.getClassLoader(), OWN_LANGUAGE_ONLY);
        int posts = lines.stream().mapToInt(MailRound.Line::posts).sum();
        String subject = lines.size() == 1
                ? "Gazouillis: " + sentence(words, lines.getFirst())
                : "Gazouillis: " + fill(words.getString("several"), posts);
        String list = lines.stream()
                .limit(MOST_LINES)
                .map(line -> "- " + moment(line, locale) + "  " + sentence(words, line) + "\n  " + address.root()
                        + line.notice().page())
                .collect(Collectors.joining("\n"));
        String body = fill(words.getString("greeting"), recipient.name()) + "\n\n" + list + "\n\n"
                + fill(words.getString("why"), address.root() + "/notice/settings") + "\n";
        return new Letter(recipient.email(), subject, body);
    }

    private static String sentence(ResourceBundle words, MailRound.Line line) {
        String key = line.notice().kind().name().toLowerCase(Locale.ROOT);
        String brand = line.notice().brand();
        String about = brand == null ? words.getString("workspace") : "@" + brand;
        return fill(
                words.getString(key),
                line.posts(),
                Objects.requireNonNullElse(line.notice().label(), about));
    }

    private static String moment(MailRound.Line line, Locale locale) {
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.SHORT, FormatStyle.SHORT)
                .toFormatter(locale);
        return format.format(line.notice().openedAt().atZone(ZoneId.of(line.zone()))) + " (" + line.zone() + ")";
    }

    private static String fill(String pattern, Object... arguments) {
        return new java.text.MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /// Whom it is for.
    record Recipient(String name, String email, String locale) {}
}
