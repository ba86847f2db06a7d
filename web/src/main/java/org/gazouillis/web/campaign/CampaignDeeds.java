package org.gazouillis.web.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignNameTaken;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.schedule.CampaignCopies;
import org.gazouillis.schedule.CampaignCopy;
import org.gazouillis.schedule.CampaignShifts;
import org.gazouillis.schedule.CopyOrder;
import org.gazouillis.schedule.NoPostFits;
import org.gazouillis.schedule.PostBatch;
import org.gazouillis.schedule.PostChoice;
import org.gazouillis.schedule.Shift;
import org.gazouillis.schedule.ShiftIntoThePast;
import org.gazouillis.schedule.ShiftNotPlausible;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// What is done with a campaign as a whole on its page: move, cancel and undo posts, duplicate, put away.
@Named
@RequestScoped
public class CampaignDeeds {
    private static final Set<String> TOLD =
            Set.of("moved", "cancelled", "undone", "copied", "archived", "restored", "saved");

    @Inject
    private CampaignPage page;

    @Inject
    private CampaignShifts shifts;

    @Inject
    private CampaignCopies copies;

    @Inject
    private CampaignPlanner planner;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private String amount = "1";
    private String unit = "days";
    private String from = "";
    private String to = "";
    private String name = "";
    private String startsOn = "";
    private String planned = "drafts";
    private List<BatchText> batches = List.of();
    private String failed = "";

    @PostConstruct
    void read() {
        CampaignCard card = page.getReport().sheet().card();
        name = shell.texts().text("campaign.copy.name", card.name());
        startsOn = card.startsOn().plusMonths(1).toString();
        TimeText times = new TimeText(shell.getLocale(), page.getBrand().zone());
        batches = shifts.of(card.id()).stream()
                .map(batch -> BatchText.of(batch, times, shell.texts()))
                .toList();
    }

    public void move() throws IOException {
        attempt("shift", () -> {
            int by = Integer.parseInt(amount.strip());
            Shift shift =
                    switch (unit) {
                        case "hours" -> Shift.ofMinutes(Math.multiplyExact(by, 60));
                        case "minutes" -> Shift.ofMinutes(by);
                        default -> Shift.ofDays(by);
                    };
            return told("moved", shifts.move(id(), shift, choice()));
        });
    }

    public void cancel() throws IOException {
        attempt("shift", () -> told("cancelled", shifts.cancel(id(), choice())));
    }

    /// Undoes the batch that the form names.
    public void undo() throws IOException {
        long batch = TimeOrderedIds.parse(String.valueOf(request.getParameter("batch")));
        attempt("", () -> told("undone", shifts.undo(id(), batch)));
    }

    public void copy() throws IOException {
        attempt("duplicate", () -> {
            CampaignCopy copy =
                    copies.copy(id(), new CopyOrder(name, LocalDate.parse(startsOn), planned.equals("planned")));
            return "/campaign/one?brand=" + page.getBrand().handle() + "&id="
                    + copy.card().id() + "&tab=plan&done=copied&posts=" + copy.posts();
        });
    }

    public void archive() throws IOException {
        boolean away = !page.getReport().sheet().isArchived();
        attempt("", () -> {
            planner.archive(id(), away);
            return page.getLink() + "&done=" + (away ? "archived" : "restored");
        });
    }

    /// Does it and shows the result; a refusal is told where the form is, and nothing typed is lost.
    private void attempt(String place, Attempt deed) throws IOException {
        failed = place;
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(deed.run());
        } catch (NoPostFits none) {
            tell(shell.texts().text("campaign.shift.none"));
        } catch (ShiftIntoThePast past) {
            tell(shell.texts().text("campaign.shift.past", past.posts()));
        } catch (CampaignNameTaken taken) {
            tell(shell.texts().text("campaign.flaw.taken"));
        } catch (CampaignNotPlausible flaw) {
            tell(Flaws.text(flaw, shell.texts()));
        } catch (ShiftNotPlausible | NumberFormatException | DateTimeException | ArithmeticException unclear) {
            tell(shell.texts().text("campaign.shift.unclear"));
        }
    }

    private interface Attempt {
        String run();
    }

    private String told(String what, PostBatch batch) {
        return page.getLink() + "&tab=plan&done=" + what + "&batch=" + batch.id();
    }

    private PostChoice choice() {
        return new PostChoice(PostChoice.OPEN, day(from), day(to), null);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isBlank() ? null : LocalDate.parse(text.strip());
    }

    private CampaignId id() {
        return page.getReport().sheet().id();
    }

    private static void tell(String words) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    /// What was just done, to be told once; empty when nothing was.
    public String getDone() {
        String told = request.getParameter("done");
        if (told == null || !TOLD.contains(told)) {
            return "";
        }
        String posts = request.getParameter("posts");
        if (told.equals("copied") && posts != null && posts.matches("\\d{1,6}")) {
            return shell.texts().text("campaign.done.copied", Integer.parseInt(posts));
        }
        return batches.stream()
                .filter(each -> each.id().equals(request.getParameter("batch")))
                .map(BatchText::text)
                .findFirst()
                .orElseGet(() -> Set.of("archived", "restored", "saved").contains(told)
                        ? shell.texts().text("campaign.done." + told)
                        : "");
    }

    /// The batch that was just made and may be undone; empty otherwise.
    public String getUndoable() {
        return batches.stream()
                .filter(each -> each.id().equals(request.getParameter("batch")) && each.standing())
                .map(BatchText::id)
                .findFirst()
                .orElse("");
    }

    /// Id of the form that was refused and stays open; empty when none was.
    public String getFailed() {
        return failed;
    }

    public List<BatchText> getBatches() {
        return batches;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getStartsOn() {
        return startsOn;
    }

    public void setStartsOn(String startsOn) {
        this.startsOn = startsOn;
    }

    public String getPlanned() {
        return planned;
    }

    public void setPlanned(String planned) {
        this.planned = planned;
    }
}
