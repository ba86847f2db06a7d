package org.gazouillis.web.compose;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ComponentSystemEvent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.Details;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostChange;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.PostRefused;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostDesk;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.publish.PublishingRules;
import org.gazouillis.publish.Queue;
import org.gazouillis.schedule.QueueRefused;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.trial.TrialDesk;
import org.gazouillis.web.schedule.TimeForm;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/compose/new?brand=&campaign=` for a new post, `?brand=&post=` to change one. What was typed comes back with
/// every refusal.
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
    private DraftPart memory;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PublishingRules rules;

    @Inject
    private TimeForm when;

    @Inject
    private TrialDesk trials;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    @SuppressWarnings("NullAway.Init")
    private ComposeForm form;

    @SuppressWarnings("NullAway.Init")
    private ComposeMore more;

    @SuppressWarnings("NullAway.Init")
    private TrialForm trial;

    @SuppressWarnings("NullAway.Init")
    private PollForm poll;

    private @Nullable PostSheet editing;
    private List<CampaignCard> campaigns = List.of();
    private List<Check> open = List.of();

    @PostConstruct
    void read() {
        brand = shell.brandOrFirst();
        campaigns = planner.of(brand.id());
        String post = request.getParameter("post");
        editing = post == null || post.isBlank() ? null : queue.one(PostId.parse(post));
        form = editing == null ? blank() : ComposeForm.of(editing);
        Optional<PostSheet> kept = Optional.ofNullable(editing)
                .filter(_ -> !FacesContext.getCurrentInstance().isPostback());
        more = kept.map(sheet -> ComposeMore.of(sheet.supplement())).orElseGet(() -> ComposeMore.of(request));
        poll = kept.map(sheet -> PollForm.of(sheet.supplement().poll())).orElseGet(() -> PollForm.of(request));
        trial = kept.flatMap(sheet -> trials.of(sheet.id())).map(TrialForm::of).orElseGet(() -> TrialForm.of(request));
        Optional.ofNullable(editing)
                .flatMap(PostSheet::due)
                .ifPresentOrElse(due -> when.fill(due, brand.zone()), () -> when.fillNextHour(brand.zone()));
    }

    /// A new post, under the campaign in the address (`campaign=`) if the brand has it.
    private ComposeForm blank() {
        ComposeForm blank = ComposeForm.blank(brand);
        String wanted = request.getParameter("campaign");
        campaigns.stream()
                .filter(each -> each.id().toString().equals(wanted))
                .findFirst()
                .ifPresent(each -> blank.under(each.id()));
        return blank;
    }

    /// The view action. A post that is out has nothing to be changed any more: the queue says where it is. A post of
    /// another brand opens under its own.
    public void open() throws IOException {
        if (editing == null) {
            return;
        }
        if (!editing.state().isEditable()) {
            leave("OUT", editing.id());
        } else if (!editing.facts().brandId().equals(brand.id())) {
            redirect("/compose/new?brand=" + editing.facts().brand() + "&post=" + editing.id());
        }
    }

    /// Before the fields are looked at: a form that was opened for another brand goes no further.
    public void stay(ComponentSystemEvent event) {
        FacesContext context = event.getFacesContext();
        if (isAstray()) {
            tell(null, shell.texts().text("compose.brand.astray", brand.name(), brand.handle()));
            context.validationFailed();
            context.renderResponse();
        }
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
        if (form.getAccounts().isEmpty()) {
            tell("compose:accounts", shell.texts().text("compose.accounts.missing"));
            return;
        }
        try {
            PostSheet saved = editing == null ? desk.write(order(plan), form.getKey()) : change(editing, plan);
            boolean waits = plan instanceof Plan.Now && saved.state() == PostState.SCHEDULED;
            leave(waits ? "SOON" : saved.state().name(), saved.id());
        } catch (PostRefused refused) {
            tell(refused);
        } catch (QueueRefused refused) {
            tell("compose:date", String.valueOf(refused.getMessage()));
        }
    }

    /// Whether this form was opened for another brand than the page shows, or belongs to another brand's post.
    private boolean isAstray() {
        String shown = Objects.requireNonNullElse(request.getParameter("shown"), "");
        return !shown.equals(brand.handle())
                || (editing != null && !editing.facts().brandId().equals(brand.id()));
    }

    private PostOrder order(Plan plan) {
        return new PostOrder(brand.id(), form.getText(), null, form.chosen(), form.campaignId(), plan, details());
    }

    private PostSheet change(PostSheet sheet, Plan plan) {
        return desk.change(
                sheet.id(),
                new PostChange(
                        form.getText(),
                        form.chosen(),
                        form.campaignId(),
                        form.getCampaign().isEmpty(),
                        plan,
                        sheet.facts().revision(),
                        details()));
    }

    private Details details() {
        return more.details(ticked(), memory.id())
                .trying(trial.wish())
                .asking(poll.wish())
                .flashing(form.isFlash());
    }

    /// The warnings that were ticked as read.
    private Set<Check.Code> confirmed() {
        return Objects.requireNonNullElseGet(Confirmed.of(ticked()), () -> EnumSet.noneOf(Check.Code.class));
    }

    private List<String> ticked() {
        return Optional.ofNullable(request.getParameterValues("confirmed"))
                .map(List::of)
                .orElse(List.of());
    }

    private void leave(String done, PostId post) throws IOException {
        redirect("/publish/queue?brand=" + brand.handle() + "&done=" + done + "&post=" + post);
    }

    private static void redirect(String to) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(to);
    }

    private void tell(PostRefused refused) {
        if (refused.isForConfirmation()) {
            open = refused.reasons();
        } else {
            refused.reasons().forEach(check -> tell(field(check), RemarkWords.of(check, shell.texts())));
        }
    }

    private static String field(Check check) {
        return check.code().isAboutTime() ? "compose:date" : "compose:text";
    }

    private static void tell(@Nullable String field, String words) {
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public ComposeForm getForm() {
        return form;
    }

    public TrialForm getTrial() {
        return trial;
    }

    public PollForm getPoll() {
        return poll;
    }

    /// Images, parts and variants for the page's script, as JSON.
    public String getMore() {
        return more.json();
    }

    /// By which rules the page counts, for its script, as JSON.
    public String getLimits() {
        return new AccountRules(brand).json();
    }

    public String getRule() {
        return AccountRules.first(shell.texts());
    }

    /// Warnings that hold the post up until they are ticked, each kind once.
    public List<RemarkRow> getOpen() {
        return open.stream()
                .map(check -> RemarkRow.of(check, confirmed(), shell.texts()))
                .toList();
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
}
