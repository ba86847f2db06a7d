package org.gazouillis.web.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.campaign.CampaignNameTaken;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.campaign.GoalMeasure;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.rollup.Measure;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/campaign/edit?brand=` for a new campaign, `?brand=&id=` to change one. What was typed comes back with every
/// refusal.
@Named
@RequestScoped
public class CampaignEditPage {
    private static final int FIRST_LENGTH = 27;

    @Inject
    private Shell shell;

    @Inject
    private CampaignPlanner planner;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    @SuppressWarnings("NullAway.Init")
    private CampaignForm form;

    private @Nullable CampaignSheet editing;

    @PostConstruct
    void read() {
        brand = shell.brandOrFirst();
        String id = request.getParameter("id");
        editing = id == null || id.isBlank() ? null : planner.one(CampaignId.parse(id));
        LocalDate today = LocalDate.now(clock.withZone(brand.zone()));
        form = editing == null ? CampaignForm.fresh(today, today.plusDays(FIRST_LENGTH)) : CampaignForm.of(editing);
    }

    /// The view action.
    ///
    /// @throws PermissionDenied when the member may look at campaigns only
    public void open() {
        if (!shell.may(brand.id(), Permission.PLAN_CAMPAIGNS.name())) {
            throw new PermissionDenied(Permission.PLAN_CAMPAIGNS);
        }
    }

    public void save() throws IOException {
        try {
            CampaignId saved = editing == null
                    ? planner.open(form.idea(brand.id()), form.terms()).id()
                    : planner.change(editing.id(), form.idea(editing.brand()), form.terms(), form.readVersion())
                            .id();
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect("/campaign/one?brand=" + brand.handle() + "&id=" + saved + "&done=saved");
        } catch (CampaignNameTaken taken) {
            tell("name", shell.texts().text("campaign.flaw.taken"));
        } catch (CampaignNotPlausible flaw) {
            tell(CampaignForm.field(flaw.part()), Flaws.text(flaw, shell.texts()));
        } catch (OptimisticLockException faster) {
            tell("name", shell.texts().text("campaign.flaw.faster"));
        }
    }

    private static void tell(String field, String words) {
        FacesContext.getCurrentInstance()
                .addMessage("campaign:" + field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public CampaignForm getForm() {
        return form;
    }

    public boolean isNew() {
        return editing == null;
    }

    /// Id of the campaign that is being changed; empty for a new one.
    public String getId() {
        return editing == null ? "" : editing.id().toString();
    }

    /// Where "back" leads.
    public String getBack() {
        return editing == null
                ? "/campaign/list?brand=" + brand.handle()
                : "/campaign/one?brand=" + brand.handle() + "&id=" + editing.id();
    }

    /// A goal's measure with its name.
    public record Choice(String key, String name) {}

    public List<Choice> getMeasures() {
        return Arrays.stream(GoalMeasure.values())
                .map(each -> new Choice(
                        each.key(),
                        Measure.named(each.key()).definition(shell.getLocale()).name()))
                .toList();
    }
}
