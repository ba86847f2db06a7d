package org.gazouillis.web.compose;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.gazouillis.compose.BrandPolicy;
import org.gazouillis.compose.Policies;
import org.gazouillis.compose.PolicyChangedMeanwhile;
import org.gazouillis.compose.PolicyNotPlausible;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/compose/rules?brand=`: the house rules of a brand; one word or phrase a line.
@Named
@RequestScoped
public class HouseRulesPage {
    @Inject
    private Shell shell;

    @Inject
    private Policies policies;

    @Inject
    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private String banned = "";
    private String vocabulary = "";
    private String maxHashtags = "";
    private boolean altTextRequired;
    private String revision = "";

    @PostConstruct
    void read() {
        brand = shell.brandOrFirst();
        BrandPolicy policy = policies.of(brand.id());
        banned = String.join("\n", policy.banned());
        vocabulary = String.join("\n", policy.vocabulary());
        maxHashtags = String.valueOf(policy.maxHashtags());
        altTextRequired = policy.altTextRequired();
        revision = String.valueOf(policy.revision());
    }

    public void save() throws IOException {
        try {
            BrandPolicy wish = new BrandPolicy(lines(banned), lines(vocabulary), number(), altTextRequired, 0);
            int held = policies.change(brand.id(), wish, known());
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .redirect("/compose/rules?brand=" + brand.handle() + "&held=" + held);
        } catch (PolicyNotPlausible refused) {
            tell("rules:" + refused.field(), String.valueOf(refused.getMessage()));
        } catch (PolicyChangedMeanwhile changed) {
            tell(null, shell.texts().text("house.changed-meanwhile"));
        }
    }

    private int known() {
        return revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0;
    }

    private int number() {
        try {
            return Integer.parseInt(maxHashtags.strip());
        } catch (NumberFormatException noNumber) {
            throw new PolicyNotPlausible("maxHashtags", shell.texts().text("house.hashtags.number"));
        }
    }

    private static List<String> lines(String typed) {
        return typed.lines().toList();
    }

    private static void tell(@org.jspecify.annotations.Nullable String field, String words) {
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public boolean isAllowed() {
        return shell.may(brand.id(), "SET_RULES");
    }

    /// What the last change did, to be told once; empty when there was none.
    public String getDone() {
        String held = request.getParameter("held");
        return held == null || !held.matches("\\d{1,9}")
                ? ""
                : shell.texts().text("house.saved", Integer.valueOf(held));
    }

    public String getBanned() {
        return banned;
    }

    public void setBanned(String banned) {
        this.banned = banned;
    }

    public String getVocabulary() {
        return vocabulary;
    }

    public void setVocabulary(String vocabulary) {
        this.vocabulary = vocabulary;
    }

    public String getMaxHashtags() {
        return maxHashtags;
    }

    public void setMaxHashtags(String maxHashtags) {
        this.maxHashtags = maxHashtags;
    }

    public boolean isAltTextRequired() {
        return altTextRequired;
    }

    public void setAltTextRequired(boolean altTextRequired) {
        this.altTextRequired = altTextRequired;
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String revision) {
        this.revision = revision;
    }
}
