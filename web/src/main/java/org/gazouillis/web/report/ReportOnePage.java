package org.gazouillis.web.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.kernel.ReportId;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.report.EngagementExport;
import org.gazouillis.report.Report;
import org.gazouillis.report.ReportBlock;
import org.gazouillis.report.ReportChange;
import org.gazouillis.report.ReportRun;
import org.gazouillis.report.ReportRuns;
import org.gazouillis.report.ReportShares;
import org.gazouillis.report.Reports;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/report/one?brand=&id=&changes=`: builds a report, runs it, and lists its runs; `changes` names a run that was made
/// again and shows what arrived late.
@Named
@RequestScoped
public class ReportOnePage {
    private static final int MOST_CHANGES = 200;

    @Inject
    private Reports reports;

    @Inject
    private ReportRuns runs;

    @Inject
    private ReportShares shares;

    @Inject
    private BrandNames brands;

    @Inject
    private Shell shell;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private Report report;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<RunRow> made = List.of();
    private List<ReportChange> changes = List.of();
    private List<ShareRow> links = List.of();

    /// A block as the page shows it.
    public record BlockRow(String kind, String label, String text, boolean wordy) {}

    /// A column of the data files.
    public record ColumnRow(String key, String meaning, boolean chosen, String up, String down) {}

    /// A run with its files.
    ///
    /// @param verdict in words, whether it came out as the one that it made again; empty for a first run
    /// @param link    to what arrived late; empty when there is nothing to show
    public record RunRow(
            String id, String period, String made, String asOf, int rows, String sha, String verdict, String link) {}

    /// A link that stands.
    public record ShareRow(String id, String period, String until) {}

    /// One late cell, in words.
    public record ChangeRow(String published, String text, String column, String before, String now) {}

    @PostConstruct
    void read() {
        report = reports.one(ReportId.parse(parameter("id")));
        brand = brands.named(report.brand().toString());
        List<ReportRun> all = runs.of(report.id());
        Map<ReportRunId, ReportRun> byId = all.stream().collect(Collectors.toMap(ReportRun::id, Function.identity()));
        made = all.stream().map(run -> row(run, byId)).toList();
        links = shares.standing(report.id()).stream()
                .filter(share -> byId.containsKey(share.runId()))
                .map(share -> new ShareRow(
                        share.id().toString(),
                        period(Objects.requireNonNull(byId.get(share.runId()))),
                        shell.texts()
                                .text(
                                        "report.share.until",
                                        new TimeText(shell.getLocale(), shell.getZone()).moment(share.expiresAt()))))
                .toList();
        if (!parameter("changes").isEmpty()) {
            changes = runs.changes(ReportRunId.parse(parameter("changes")));
        }
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private RunRow row(ReportRun run, Map<ReportRunId, ReportRun> byId) {
        TimeText times = new TimeText(shell.getLocale(), run.zone());
        ReportRun before = run.repeats() == null ? null : byId.get(run.repeats());
        boolean same = before != null && before.sha256().equals(run.sha256());
        String verdict = before == null ? "" : shell.texts().text(same ? "report.same" : "report.differs");
        return new RunRow(
                run.id().toString(),
                period(run),
                new TimeText(shell.getLocale(), shell.getZone()).moment(run.madeAt()),
                times.moment(run.asOf()),
                run.rows(),
                String.valueOf(run.sha256().get("pdf")),
                verdict,
                before == null || same ? "" : address() + "&changes=" + run.id());
    }

    private String period(ReportRun run) {
        TimeText times = new TimeText(shell.getLocale(), run.zone());
        return times.day(run.firstDay()) + " – " + times.day(run.lastDay());
    }

    /// Links that show runs without signing in.
    public List<ShareRow> getShares() {
        return links;
    }

    public String getTitle() {
        return report.plan().titled(brand.name());
    }

    public Report getReport() {
        return report;
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    /// This page.
    private String address() {
        return "/report/one?brand=" + brand.handle() + "&id=" + report.id();
    }

    public List<BlockRow> getBlocks() {
        return report.plan().blocks().stream()
                .map(block -> row(block.kind(), block.text()))
                .toList();
    }

    /// Every kind of block there is, for those to be added.
    public List<BlockRow> getKinds() {
        return Arrays.stream(ReportBlock.Kind.values())
                .map(kind -> row(kind, ""))
                .toList();
    }

    private BlockRow row(ReportBlock.Kind kind, String text) {
        return new BlockRow(
                kind.key(), shell.texts().text("report.block." + kind.key()), text, kind == ReportBlock.Kind.TEXT);
    }

    /// The chosen ones in their order, then all others.
    public List<ColumnRow> getColumns() {
        List<String> chosen = report.plan().columns();
        return Stream.concat(
                        chosen.stream(), EngagementExport.columns().stream().filter(key -> !chosen.contains(key)))
                .map(key -> new ColumnRow(
                        key,
                        shell.texts().text("export.column." + key),
                        chosen.contains(key),
                        shell.texts().text("export.columns.up", key),
                        shell.texts().text("export.columns.down", key)))
                .toList();
    }

    public List<RunRow> getRuns() {
        return made;
    }

    /// The whole week before this one, Monday to Sunday, in the brand's zone.
    public LocalDate getFirstDay() {
        return LocalDate.ofInstant(clock.instant(), brand.zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
    }

    public LocalDate getLastDay() {
        return getFirstDay().plusDays(6);
    }

    public boolean isChanged() {
        return !changes.isEmpty();
    }

    /// How many there are, when not all are shown; else empty.
    public String getChangesCut() {
        return changes.size() <= MOST_CHANGES
                ? ""
                : shell.texts().text("report.changes.cut", MOST_CHANGES, changes.size());
    }

    public List<ChangeRow> getChanges() {
        TimeText times = new TimeText(shell.getLocale(), brand.zone());
        return changes.stream()
                .limit(MOST_CHANGES)
                .map(change -> new ChangeRow(
                        change.publishedAt() == null ? "–" : times.moment(change.publishedAt()),
                        Objects.requireNonNullElse(change.text(), ""),
                        change.column(),
                        orDash(change.before()),
                        orDash(change.now())))
                .toList();
    }

    private static String orDash(@Nullable String value) {
        return Objects.requireNonNullElse(value, "–");
    }
}
