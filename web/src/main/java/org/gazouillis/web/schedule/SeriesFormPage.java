package org.gazouillis.web.schedule;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.SeriesId;
import org.gazouillis.schedule.QueueRefused;
import org.gazouillis.schedule.RuleNotUsable;
import org.gazouillis.schedule.SeriesPlanner;
import org.gazouillis.schedule.SeriesReader;
import org.gazouillis.schedule.SeriesSheet;
import org.gazouillis.schedule.SeriesWish;
import org.gazouillis.schedule.WishNotPlausible;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/schedule/recurring?brand=` for a new series, `?brand=&series=` to change one. Its next occurrences can be looked
/// at before it is saved; what was typed comes back with every refusal.
@Named
@RequestScoped
public class SeriesFormPage {
    private static final int SHOWN = 20;

    @Inject
    private Shell shell;

    @Inject
    private SeriesPlanner planner;

    @Inject
    private SeriesReader reader;

    @Inject
    private CampaignPlanner campaignPlanner;

    @Inject
    private TimeForm when;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private Optional<SeriesSheet> editing = Optional.empty();
    private RuleFields rule = new RuleFields();
    private List<OccurrenceRow> preview = List.of();
    private int version;
    private String name = "";
    private String text = "";
    private List<String> accounts = List.of();
    private String campaign = "";
    private boolean daysOff = true;

    @PostConstruct
    void read() {
        brand = shell.brandOrFirst();
        String series = request.getParameter("series");
        if (series == null || series.isBlank()) {
            accounts = brand.accounts().stream()
                    .filter(each -> each.network().equals("gazouillis"))
                    .map(each -> each.id().toString())
                    .toList();
            when.fillNextHour(brand.zone());
        } else {
            fillFrom(reader.one(SeriesId.parse(series)));
        }
    }

    private void fillFrom(SeriesSheet sheet) {
        editing = Optional.of(sheet);
        version = sheet.version();
        name = sheet.name();
        text = sheet.text();
        accounts = sheet.accounts().stream().map(AccountId::toString).toList();
        campaign = sheet.campaignId() == null ? "" : sheet.campaignId().toString();
        daysOff = sheet.sparesDaysOff();
        rule = RuleFields.of(sheet.rule(), sheet.startsAt(), sheet.zone());
        when.fill(sheet.startsAt(), sheet.gapRule());
        preview = rows(sheet.wish());
    }

    public void look() {
        wish().ifPresent(wish -> guarded(() -> preview = rows(wish)));
    }

    public void save() throws IOException {
        Optional<SeriesWish> wish = wish();
        if (wish.isPresent() && guarded(() -> keep(wish.get()))) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect("/schedule/series?brand=" + brand.handle() + "&done=saved");
        }
    }

    private void keep(SeriesWish wish) {
        if (editing.isPresent()) {
            planner.change(editing.get().id(), version, wish);
        } else {
            planner.open(wish);
        }
    }

    /// Trouble is told beside the field that it is about.
    private boolean guarded(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuleNotUsable unusable) {
            tell("recurring:repeat", String.valueOf(unusable.getMessage()));
        } catch (PostRefused refused) {
            tell("recurring:text", String.valueOf(refused.getMessage()));
        } catch (QueueRefused | WishNotPlausible refused) {
            tell(null, String.valueOf(refused.getMessage()));
        }
        return false;
    }

    private Optional<SeriesWish> wish() {
        Optional<DueTime> start = when.chosen(brand.zone(), "recurring:date");
        return start.map(due -> new SeriesWish(
                brand.id(),
                name,
                text,
                editing.map(SeriesSheet::lang).orElse(null),
                accounts.stream().map(AccountId::parse).toList(),
                campaign.isEmpty() ? null : CampaignId.parse(campaign),
                rule.text(due.local()),
                due.local(),
                due.zone(),
                due.rule(),
                daysOff,
                List.of()));
    }

    private List<OccurrenceRow> rows(SeriesWish wish) {
        return reader.preview(wish, SHOWN).stream()
                .map(each -> OccurrenceRow.of(each, shell.texts()))
                .toList();
    }

    private static void tell(@Nullable String field, String words) {
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    /// A day of the week as a choice.
    public record DayChoice(String code, String word) {}

    public List<DayChoice> getWeek() {
        return Stream.of(DayOfWeek.values())
                .map(day -> new DayChoice(
                        day.name().substring(0, 2), day.getDisplayName(TextStyle.SHORT_STANDALONE, shell.getLocale())))
                .toList();
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public boolean isNew() {
        return editing.isEmpty();
    }

    /// Id of the series that is being changed; empty for a new one.
    public String getSeries() {
        return editing.map(sheet -> sheet.id().toString()).orElse("");
    }

    public List<CampaignCard> getCampaigns() {
        return campaignPlanner.of(brand.id());
    }

    public boolean isAllowed() {
        return shell.may(brand.id(), "PUBLISH");
    }

    public RuleFields getRule() {
        return rule;
    }

    public List<OccurrenceRow> getPreview() {
        return preview;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text == null ? "" : text;
    }

    public List<String> getAccounts() {
        return accounts;
    }

    public void setAccounts(List<String> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    public String getCampaign() {
        return campaign;
    }

    public void setCampaign(@Nullable String campaign) {
        this.campaign = campaign == null ? "" : campaign;
    }

    public boolean isDaysOff() {
        return daysOff;
    }

    public void setDaysOff(boolean daysOff) {
        this.daysOff = daysOff;
    }
}
