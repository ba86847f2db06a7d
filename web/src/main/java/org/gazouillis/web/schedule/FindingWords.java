package org.gazouillis.web.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.gazouillis.dashboard.Finding;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;

/// What the rehearsal found, in the reader's words and the brand's time.
record FindingWords(Messages messages, VisibleBrand brand) {
    FindingGroup group(Finding.Kind kind, List<Finding> findings, int most) {
        String key = key(kind);
        int more = Math.max(0, findings.size() - most);
        return new FindingGroup(
                key,
                messages.text("simulation." + key, findings.size()),
                messages.text("simulation.mend." + key),
                findings.stream().limit(most).map(this::row).toList(),
                more == 0 ? "" : messages.text("simulation.more", more));
    }

    private FindingGroup.Row row(Finding finding) {
        LocalDateTime wall = LocalDateTime.ofInstant(finding.at(), brand.zone());
        return new FindingGroup.Row(
                finding.post().toString(),
                finding.at().toString(),
                moment().format(wall),
                sentence(finding),
                finding.text(),
                "/compose/new?brand=" + brand.handle() + "&post=" + finding.post(),
                "/schedule/calendar?brand=" + brand.handle() + "&view=day&date=" + wall.toLocalDate());
    }

    private String sentence(Finding finding) {
        return messages.text("simulation.row." + key(finding.kind()), finding.subject(), detail(finding));
    }

    private String detail(Finding finding) {
        String detail = finding.detail();
        return switch (finding.kind()) {
            case ACCESS_ENDS -> moment().format(LocalDateTime.ofInstant(Instant.parse(detail), brand.zone()));
            case OUTSIDE_CAMPAIGN ->
                LocalFormat.date(FormatStyle.MEDIUM)
                        .withLocale(messages.getLocale())
                        .format(LocalDate.parse(detail));
            case GAP, OVERLAP -> moment().format(LocalDateTime.parse(detail));
            default -> detail;
        };
    }

    private DateTimeFormatter moment() {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(messages.getLocale());
    }

    private static String key(Finding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
