package org.gazouillis.web.campaign;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gazouillis.campaign.Budget;
import org.gazouillis.campaign.CampaignCard;
import org.gazouillis.campaign.CampaignTerms;
import org.gazouillis.dashboard.CampaignReport;
import org.gazouillis.rollup.Measure;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.dashboard.TimeText;
import org.gazouillis.web.i18n.Messages;

/// What a campaign is, in the reader's words; empty where it has nothing of the kind.
///
/// @param cost what the budget comes to for each unit of the goal, with the formula
public record CampaignText(
        String name,
        String days,
        String colour,
        String hashtags,
        String accounts,
        String utm,
        String budget,
        String cost,
        boolean archived,
        List<CampaignListRow.Count> posts) {
    static CampaignText of(CampaignReport report, Messages words) {
        CampaignCard card = report.sheet().card();
        CampaignTerms terms = report.sheet().terms();
        TimeText times = new TimeText(words.getLocale(), report.brand().zone());
        Budget budget = terms.budget();
        return new CampaignText(
                card.name(),
                times.day(card.startsOn()) + " – " + times.day(card.endsOn()),
                terms.colour(),
                card.hashtags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" ")),
                accounts(report),
                terms.utm().text(),
                budget == null ? "" : money(budget.amount(), budget.currency(), words.getLocale()),
                budget == null ? "" : cost(report, budget, words),
                report.sheet().isArchived(),
                CampaignListRow.counts(report.posts(), words));
    }

    private static String accounts(CampaignReport report) {
        List<Long> chosen = report.sheet().terms().accounts().stream()
                .map(each -> each.value())
                .toList();
        return report.brand().accounts().stream()
                .filter(account ->
                        chosen.isEmpty() || chosen.contains(account.id().value()))
                .map(CampaignText::accountName)
                .collect(Collectors.joining(" "));
    }

    private static String accountName(VisibleBrand.Account account) {
        return "@" + account.handle();
    }

    private static String cost(CampaignReport report, Budget budget, Messages words) {
        Measure measure = report.measure();
        Long reached = report.of(measure).numerator();
        if (reached == null || reached <= 0) {
            return "";
        }
        BigDecimal each = budget.amount().divide(BigDecimal.valueOf(reached), MathContext.DECIMAL64);
        return words.text(
                "campaign.budget.cost",
                money(each, budget.currency(), words.getLocale()),
                measure.definition(words.getLocale()).name());
    }

    private static String money(BigDecimal amount, String currency, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        Currency known = Currency.getInstance(currency);
        format.setCurrency(known);
        format.setMaximumFractionDigits(Math.max(0, known.getDefaultFractionDigits()));
        return format.format(amount);
    }
}
