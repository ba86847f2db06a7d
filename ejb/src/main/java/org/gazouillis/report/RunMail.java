package org.gazouillis.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.notice.Mail;
import org.gazouillis.report.LetterLedger.Waiting;
import org.jspecify.annotations.Nullable;

/// A run as a mail, in the report's language: what it is, its files or a link to them, who set it up. The files are
/// made once for all recipients of the run.
final class RunMail {
    private final ReportRun run;
    private final String title;
    private final List<ReportFile> formats;
    private final List<Mail.Enclosure> files;
    private final ReportWords words;
    private final PublicAddress address;

    private RunMail(
            ReportRun run, String title, List<ReportFile> formats, List<Mail.Enclosure> files, PublicAddress address) {
        this.run = run;
        this.title = title;
        this.formats = formats;
        this.files = files;
        this.address = address;
        words = new ReportWords(run.plan().locale(), run.zone());
    }

    /// @param brand its handle, for the names of the files
    static RunMail of(ReportRun run, FrozenRows rows, List<ReportFile> formats, String brand, PublicAddress address)
            throws IOException {
        var files = new ArrayList<Mail.Enclosure>();
        for (ReportFile format : formats) {
            var out = new ByteArrayOutputStream();
            format.write(run, rows, out);
            files.add(new Mail.Enclosure(
                    brand + "_" + run.fileBase() + "." + format.key(), format.mediaType(), out.toByteArray()));
        }
        return new RunMail(run, new ReportSetting(run, rows).title(), formats, files, address);
    }

    /// Whether it is the mail of this run with these files.
    boolean isOf(Waiting letter) {
        return run.id().equals(letter.runId()) && formats.equals(MailingRow.files(letter.formats()));
    }

    long mailedLength() {
        return files.stream().mapToLong(Mail.Enclosure::mailedLength).sum();
    }

    /// @param share in the place of the files; null when they go along
    Mail to(Waiting letter, ReportShares.@Nullable Fresh share) {
        String host = Optional.of(address.root())
                .filter(root -> !root.isEmpty())
                .map(root -> URI.create(root).getHost())
                .orElse("localhost");
        return new Mail(
                "report-letter-" + letter.id() + "@" + host,
                letter.recipient(),
                letter.replyTo(),
                subject(),
                body(letter, share),
                share == null ? files : List.of());
    }

    /// The report's name, and what it does not say of brand and period itself.
    private String subject() {
        String period = words.period(run.firstDay(), run.lastDay());
        var subject = new StringBuilder(title);
        for (String part : List.of(run.brandName(), period)) {
            if (!title.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))) {
                subject.append(" · ").append(part);
            }
        }
        return subject.toString().replaceAll("\\p{Cntrl}+", " ");
    }

    private String body(Waiting letter, ReportShares.@Nullable Fresh share) {
        String page = address.root() + "/report/one?brand=" + letter.brand() + "&id=" + letter.reportId() + "#run-"
                + run.id();
        return String.join(
                "\n\n",
                words.word("mail.hello"),
                words.word("mail.here", title, run.brandName(), words.period(run.firstDay(), run.lastDay())),
                words.word("mail.counted", run.zone().getId(), words.moment(run.asOf())),
                share == null ? enclosed() : linked(share),
                words.word("mail.page") + "\n" + page,
                words.word("mail.who", letter.setUpBy(), letter.replyTo()) + "\n");
    }

    private String enclosed() {
        return words.word("mail.enclosed") + "\n"
                + files.stream().map(file -> "- " + file.name()).collect(Collectors.joining("\n"));
    }

    private String linked(ReportShares.Fresh share) {
        return words.word("mail.too-large", words.moment(share.share().expiresAt())) + "\n"
                + formats.stream()
                        .map(format -> address.root() + "/api/shared-reports/" + share.secret() + "/" + format.key())
                        .collect(Collectors.joining("\n"));
    }
}
