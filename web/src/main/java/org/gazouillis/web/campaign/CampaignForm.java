package org.gazouillis.web.campaign;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gazouillis.campaign.Budget;
import org.gazouillis.campaign.CampaignIdea;
import org.gazouillis.campaign.CampaignNotPlausible;
import org.gazouillis.campaign.CampaignNotPlausible.Part;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.campaign.Goal;
import org.gazouillis.campaign.GoalMeasure;
import org.gazouillis.campaign.UtmTemplate;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/// The fields of a campaign as they were typed.
public class CampaignForm {
    private String name = "";
    private String startsOn = "";
    private String endsOn = "";
    private String hashtags = "";
    private String colour = CampaignTerms.COLOUR;
    private String measure = "";
    private String target = "";
    private String goalOn = "";
    private String amount = "";
    private String currency = "EUR";
    private String utm = UtmTemplate.DEFAULT;
    private String version = "";
    private List<String> accounts = List.of();

    static CampaignForm fresh(LocalDate first, LocalDate last) {
        CampaignForm form = new CampaignForm();
        form.startsOn = first.toString();
        form.endsOn = last.toString();
        return form;
    }

    static CampaignForm of(CampaignSheet sheet) {
        CampaignForm form = fresh(sheet.card().startsOn(), sheet.card().endsOn());
        form.name = sheet.card().name();
        form.hashtags = String.join(" ", sheet.card().hashtags());
        form.colour = sheet.terms().colour();
        form.utm = sheet.terms().utm().text();
        form.accounts =
                sheet.terms().accounts().stream().map(AccountId::toString).toList();
        form.version = Integer.toString(sheet.version());
        Optional.ofNullable(sheet.terms().goal()).ifPresent(form::fill);
        Optional.ofNullable(sheet.terms().budget()).ifPresent(form::fill);
        return form;
    }

    private void fill(Goal goal) {
        measure = goal.measure().key();
        target = Long.toString(goal.target());
        goalOn = goal.on().toString();
    }

    private void fill(Budget budget) {
        amount = budget.amount().toPlainString();
        currency = budget.currency();
    }

    /// @throws CampaignNotPlausible with the part that is wrong
    CampaignIdea idea(BrandId brand) {
        List<String> tags = Arrays.stream(hashtags.split("[\\s,;]+", -1))
                .filter(tag -> !tag.isBlank())
                .toList();
        return new CampaignIdea(brand, name, day(startsOn, Part.STARTS_ON), day(endsOn, Part.ENDS_ON), tags);
    }

    /// @throws CampaignNotPlausible with the part that is wrong
    CampaignTerms terms() {
        return new CampaignTerms(
                goal(),
                budget(),
                UtmTemplate.of(utm),
                accounts.stream().map(AccountId::parse).toList(),
                colour);
    }

    private @Nullable Goal goal() {
        if (measure.isEmpty()) {
            return null;
        }
        long count;
        try {
            count = Long.parseLong(target.strip());
        } catch (NumberFormatException noNumber) {
            throw new CampaignNotPlausible(Part.GOAL_TARGET, "The target is no whole number: " + target);
        }
        return new Goal(GoalMeasure.named(measure), count, day(goalOn.isBlank() ? endsOn : goalOn, Part.GOAL_ON));
    }

    private @Nullable Budget budget() {
        if (amount.isBlank()) {
            return null;
        }
        try {
            return new Budget(new BigDecimal(amount.strip()), currency);
        } catch (NumberFormatException noNumber) {
            throw new CampaignNotPlausible(Part.BUDGET, "The amount is no number: " + amount);
        }
    }

    @Nullable
    Integer readVersion() {
        return version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
    }

    private static LocalDate day(String text, Part part) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            throw new CampaignNotPlausible(part, "\"" + text + "\" is not a day like 2026-11-23.");
        }
    }

    /// Id of the field that a part stands in.
    static String field(Part part) {
        return switch (part) {
            case WHOLE, NAME -> "name";
            case STARTS_ON -> "startsOn";
            case ENDS_ON, DAYS -> "endsOn";
            case HASHTAGS -> "hashtags";
            case GOAL, GOAL_MEASURE -> "measure";
            case GOAL_TARGET -> "target";
            case GOAL_ON -> "goalOn";
            case BUDGET -> "amount";
            case CURRENCY -> "currency";
            case UTM -> "utm";
            case ACCOUNTS -> "accounts";
            case COLOUR -> "colour";
        };
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

    public String getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(String endsOn) {
        this.endsOn = endsOn;
    }

    public String getHashtags() {
        return hashtags;
    }

    public void setHashtags(String hashtags) {
        this.hashtags = hashtags;
    }

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public String getMeasure() {
        return measure;
    }

    /// Faces hands over null where the choice "none" was made.
    public void setMeasure(@Nullable String measure) {
        this.measure = Optional.ofNullable(measure).orElse("");
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getGoalOn() {
        return goalOn;
    }

    public void setGoalOn(String goalOn) {
        this.goalOn = goalOn;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getUtm() {
        return utm;
    }

    public void setUtm(String utm) {
        this.utm = utm;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public List<String> getAccounts() {
        return accounts;
    }

    public void setAccounts(List<String> accounts) {
        this.accounts = List.copyOf(accounts);
    }
}
