package org.gazouillis.web.compose;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.GapRule;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostDesk;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.publish.Queue;
import org.gazouillis.schedule.PublishTime;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/compose/new?brand=` for a new post, `?brand=&post=` to change one. What was typed comes back with every refusal.
@Named
@RequestScoped
public class ComposePage {
    @Inject
    private Shell shell;

    @Inject
    private PostDesk desk;

    @Inject
    private Queue queue;

    @Inject
    private CampaignPlanner planner;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private @Nullable PostSheet editing;
    private List<CampaignCard> campaigns = List.of();
    private String key = UUID.randomUUID().toString();
    private String text = "";
    private List<String> accounts = List.of();
    private String campaign = "";
    private String date = "";
    private String time = "";

    @PostConstruct
    void read() {
        brand = shell.brandOrFirst();
        campaigns = planner.of(brand.id());
        String post = request.getParameter("post");
        editing = post == null || post.isBlank() ? null : queue.one(PostId.parse(post));
        if (editing == null) {
            accounts = brand.accounts().stream()
                    .filter(each -> each.network().equals("gazouillis"))
                    .map(each -> each.id().toString())
                    .toList();
            setWhen(AskedTime.of(
                    request.getParameter("at"),
                    ZonedDateTime.now(clock.withZone(brand.zone())).toLocalDateTime()));
        } else {
            fillFrom(editing);
        }
    }

    /// The view action. A post that is out has nothing to be changed any more: the queue says where it is.
    public void open() throws IOException {
        if (editing != null && !editing.state().isEditable()) {
            leave("OUT", editing.id());
        }
    }

    private void fillFrom(PostSheet sheet) {
        text = sheet.facts().text();
        accounts =
                sheet.outlets().stream().map(each -> each.account().toString()).toList();
        campaign = Optional.ofNullable(sheet.facts().campaignId())
                .map(CampaignId::toString)
                .orElse("");
        setWhen(Optional.ofNullable(sheet.facts().dueAt())
                .map(due -> LocalDateTime.ofInstant(due, brand.zone()))
                .orElseGet(() -> LocalDateTime.now(clock.withZone(brand.zone()))
                        .truncatedTo(ChronoUnit.HOURS)
                        .plusHours(1)));
    }

    private void setWhen(LocalDateTime when) {
        date = when.toLocalDate().toString();
        time = when.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    public void schedule() throws IOException {
        try {
            LocalDateTime local = LocalDateTime.parse(date + "T" + time);
            save(Plan.at(
                    PublishTime.of(local, brand.zone(), GapRule.EARLIER_OFFSET).due()));
        } catch (DateTimeParseException incomplete) {
            tell("compose:date", shell.texts().text("compose.time.missing"));
        }
    }

    public void publishNow() throws IOException {
        save(Plan.NOW);
    }

    public void keepAsDraft() throws IOException {
        save(Plan.LATER);
    }

    private void save(Plan plan) throws IOException {
        if (accounts.isEmpty()) {
            tell("compose:accounts", shell.texts().text("compose.accounts.missing"));
            return;
        }
        try {
            PostSheet saved = editing == null
                    ? desk.write(new PostOrder(brand.id(), text, null, chosen(), campaignId(), plan), key)
                    : desk.change(editing.id(), change(editing, plan));
            leave(saved.state().name(), saved.id());
        } catch (PostRefused refused) {
            refused.reasons().forEach(this::tell);
        }
    }

    private void leave(String done, PostId post) throws IOException {
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect("/publish/queue?brand=" + brand.handle() + "&done=" + done + "&post=" + post);
    }

    private PostChange change(PostSheet sheet, Plan plan) {
        return new PostChange(
                text,
                chosen(),
                campaignId(),
                campaign.isEmpty(),
                plan,
                sheet.facts().revision());
    }

    private List<AccountId> chosen() {
        return accounts.stream().map(AccountId::parse).toList();
    }

    private @Nullable CampaignId campaignId() {
        return campaign.isEmpty() ? null : CampaignId.parse(campaign);
    }

    private void tell(Check check) {
        tell(check.code().isAboutTime() ? "compose:date" : "compose:text", RemarkWords.of(check, shell.texts()));
    }

    private static void tell(String field, String words) {
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<CampaignCard> getCampaigns() {
        return campaigns;
    }

    /// Id of the post that is being changed; empty for a new one.
    public String getPost() {
        return editing == null ? "" : editing.id().toString();
    }

    public boolean isNew() {
        return editing == null;
    }

    /// The brand's zone in words: "Central European Time".
    public String getZone() {
        return brand.zone().getDisplayName(TextStyle.FULL, shell.getLocale());
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
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

    /// Faces hands over null where the choice "none" was made.
    public void setCampaign(@Nullable String campaign) {
        this.campaign = Optional.ofNullable(campaign).orElse("");
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getTime() {
        return time;
    }

    public void setTime(String time) {
        this.time = time;
    }
}
