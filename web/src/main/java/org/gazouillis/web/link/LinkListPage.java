package org.gazouillis.web.link;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.link.CodeRefused;
import org.gazouillis.link.LinkOrder;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.link.ShortLink;
import org.gazouillis.link.ShortLinks;
import org.gazouillis.link.TargetRefused;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/link/list?brand=&campaign=&before=`: a brand's short links with their clicks, and a form for a new one.
@Named
@RequestScoped
public class LinkListPage {
    private static final int PAGE = 50;

    @Inject
    private Shell shell;

    @Inject
    private ShortLinks links;

    @Inject
    private CampaignPlanner planner;

    @Inject
    private OwnAddress own;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<CampaignCard> campaigns = List.of();
    private List<LinkRow> rows = List.of();
    private String next = "";
    private String target = "";
    private String code = "";
    private String campaign = "";

    @PostConstruct
    void read() {
        brand = shell.brandOrFirst();
        campaigns = planner.of(brand.id());
        campaign = Optional.ofNullable(request.getParameter("campaign"))
                .filter(id -> id.matches("\\d{1,19}"))
                .orElse("");
        String cursor = request.getParameter("before");
        LinkId before =
                cursor != null && cursor.matches("\\d{1,19}") ? LinkId.parse(cursor) : new LinkId(Long.MAX_VALUE);
        Slice<ShortLink> slice = links.newest(brand.id(), campaignId(), before, PAGE);
        rows = slice.items().stream()
                .map(link -> LinkRow.of(link, own, brand, shell.texts()))
                .toList();
        next = slice.next() == null ? "" : address() + "&before=" + slice.next();
    }

    public void open() throws IOException {
        try {
            ShortLink link = links.open(
                    new LinkOrder(brand.id(), target, code.isBlank() ? null : code, campaignId(), null, null));
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect("/link/one?brand=" + brand.handle() + "&id=" + link.id() + "&done=opened");
        } catch (TargetRefused refused) {
            tell("target", "link.refused." + refused.reason().name().toLowerCase(Locale.ROOT));
        } catch (CodeRefused refused) {
            tell("code", "link.code." + refused.reason().name().toLowerCase(Locale.ROOT));
        }
    }

    private void tell(String field, String key) {
        String words = shell.texts().text(key);
        FacesContext.getCurrentInstance()
                .addMessage("new:" + field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    private @Nullable CampaignId campaignId() {
        return campaign.isEmpty() ? null : CampaignId.parse(campaign);
    }

    private String address() {
        return "/link/list?brand=" + brand.handle() + (campaign.isEmpty() ? "" : "&campaign=" + campaign);
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<LinkRow> getRows() {
        return rows;
    }

    public List<CampaignCard> getCampaigns() {
        return campaigns;
    }

    /// The links after these; empty when there are none.
    public String getNext() {
        return next;
    }

    public boolean isMayWrite() {
        return shell.may(brand.id(), "WRITE");
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getCampaign() {
        return campaign;
    }

    /// Faces hands over null where the choice "none" was made.
    public void setCampaign(@Nullable String campaign) {
        this.campaign = Optional.ofNullable(campaign).orElse("");
    }
}
