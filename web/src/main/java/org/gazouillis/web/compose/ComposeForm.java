package org.gazouillis.web.compose;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// What stands in the composer's fields, as typed.
public final class ComposeForm {
    private String key = UUID.randomUUID().toString();
    private String text = "";
    private List<String> accounts = List.of();
    private String campaign = "";
    private boolean flash;

    static ComposeForm blank(VisibleBrand brand) {
        ComposeForm form = new ComposeForm();
        form.accounts = brand.accounts().stream()
                .filter(each -> each.network().equals("gazouillis"))
                .map(each -> each.id().toString())
                .toList();
        return form;
    }

    /// For a post of that campaign from the start.
    ComposeForm under(CampaignId chosen) {
        campaign = chosen.toString();
        return this;
    }

    static ComposeForm of(PostSheet sheet) {
        ComposeForm form = new ComposeForm();
        form.text = sheet.facts().text();
        form.flash = sheet.facts().flash();
        form.accounts =
                sheet.outlets().stream().map(each -> each.account().toString()).toList();
        form.campaign = Optional.ofNullable(sheet.facts().campaignId())
                .map(CampaignId::toString)
                .orElse("");
        return form;
    }

    List<AccountId> chosen() {
        return accounts.stream().map(AccountId::parse).toList();
    }

    @Nullable
    CampaignId campaignId() {
        return campaign.isEmpty() ? null : CampaignId.parse(campaign);
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

    public boolean isFlash() {
        return flash;
    }

    public void setFlash(boolean flash) {
        this.flash = flash;
    }

    public String getCampaign() {
        return campaign;
    }

    /// Faces hands over null where the choice "none" was made.
    public void setCampaign(@Nullable String campaign) {
        this.campaign = Optional.ofNullable(campaign).orElse("");
    }
}
