package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gazouillis.compose.LatePolicy;
import org.gazouillis.compose.QuietPeriod;
import org.gazouillis.compose.QuietPeriods;
import org.gazouillis.publish.BrandRules;
import org.gazouillis.publish.CampaignRule;
import org.gazouillis.publish.CrisisDesk;
import org.gazouillis.publish.PublishingRules;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/publish/rules?brand=`: time to undo, lateness by brand and campaign, quiet periods.
@Named
@RequestScoped
public class RulesPage {
    @Inject
    private Shell shell;

    @Inject
    private PublishingRules rules;

    @Inject
    private QuietPeriods quiet;

    @Inject
    private CrisisDesk crisis;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private BrandRules kept = new BrandRules(0, LatePolicy.HOLD, 1);
    private List<Late> campaigns = List.of();
    private List<Quiet> periods = List.of();
    private boolean owner;

    /// A campaign and its lateness: `policy` is empty where the brand's holds.
    public record Late(String id, String name, String policy, String minutes) {}

    /// A quiet period in words.
    public record Quiet(String id, String name, String when, String rule, boolean ofWorkspace, boolean mayRemove) {}

    /// A choice of a list: a value and its word.
    public record Word(String value, String label) {}

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        kept = rules.of(brand.id());
        campaigns = rules.campaigns(brand.id()).stream().map(RulesPage::late).toList();
        owner = crisis.may(null);
        periods = quiet.of(brand.id()).periods().stream().map(this::quiet).toList();
    }

    private static Late late(CampaignRule rule) {
        return new Late(
                rule.id().toString(),
                rule.name(),
                rule.latePolicy() == null ? "" : rule.latePolicy().name(),
                rule.lateMinutes() == null ? "60" : rule.lateMinutes().toString());
    }

    private Quiet quiet(QuietPeriod period) {
        boolean all = period.brandId() == null;
        return new Quiet(
                period.id().toString(),
                period.name(),
                when(period),
                shell.texts().text("rules.quiet." + word(period.rule())),
                all,
                all ? owner : isMayChange());
    }

    private String when(QuietPeriod period) {
        List<Integer> days = period.days();
        return days == null
                ? shell.texts()
                        .text("rules.quiet.once", moment(period.startsAt()), moment(period.endsAt()), period.zone())
                : shell.texts()
                        .text(
                                "rules.quiet.weekly",
                                days.stream().map(this::day).collect(Collectors.joining(", ")),
                                clock(period.fromTime()),
                                clock(period.toTime()),
                                period.zone());
    }

    private String day(int number) {
        return DayOfWeek.of(number).getDisplayName(TextStyle.SHORT, shell.getLocale());
    }

    private String moment(@Nullable LocalDateTime at) {
        return at == null
                ? ""
                : LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(shell.getLocale())
                        .format(at);
    }

    private String clock(@Nullable LocalTime at) {
        return at == null
                ? ""
                : LocalFormat.time(FormatStyle.SHORT)
                        .withLocale(shell.getLocale())
                        .format(at);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public List<Word> getPolicies() {
        return Arrays.stream(LatePolicy.values())
                .map(each -> new Word(each.name(), shell.texts().text("rules.late." + word(each))))
                .toList();
    }

    public List<Word> getDays() {
        return Arrays.stream(DayOfWeek.values())
                .map(each -> new Word(
                        String.valueOf(each.getValue()), each.getDisplayName(TextStyle.FULL, shell.getLocale())))
                .toList();
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public BrandRules getKept() {
        return kept;
    }

    public List<Late> getCampaigns() {
        return campaigns;
    }

    public List<Quiet> getPeriods() {
        return periods;
    }

    public boolean isOwner() {
        return owner;
    }

    public boolean isMayChange() {
        return shell.may(brand.id(), "SET_RULES");
    }
}
