package org.gazouillis.web.compose;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostDesk;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.publish.PublishingRules;
import org.gazouillis.publish.Queue;
import org.gazouillis.schedule.QueueRefused;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.schedule.TimeForm;
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
    private PublishingRules rules;

    @Inject
    private HttpServletRequest request;

    @Inject
    private TimeForm when;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private @Nullable PostSheet editing;
    private List<CampaignCard> campaigns = List.of();
    private String key = UUID.randomUUID().toString();
    private String text = "";
    private List<String> accounts = List.of();
    private String campaign = "";

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
            when.fillNextHour(brand.zone());
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
        sheet.due().ifPresentOrElse(due -> when.fill(due, brand.zone()), () -> when.fillNextHour(brand.zone()));
    }

    public void schedule() throws IOException {
        if (when.isQueued()) {
            save(Plan.QUEUE);
            return;
        }
        Optional<DueTime> chosen = when.chosen(brand.zone(), "compose:date");
        if (chosen.isPresent()) {
            save(Plan.at(chosen.get()));
        }
    }

    public void publishNow() throws IOException {
        save(Plan.now(Duration.ofSeconds(rules.of(brand.id()).undoSeconds())));
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
            boolean waits = plan instanceof Plan.Now && saved.state() == PostState.SCHEDULED;
            leave(waits ? "SOON" : saved.state().name(), saved.id());
        } catch (PostRefused refused) {
            refused.reasons().forEach(this::tell);
        } catch (QueueRefused refused) {
            tell("compose:date", String.valueOf(refused.getMessage()));
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
}
