package org.gazouillis.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gazouillis.campaign.CampaignNotFound;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.network.TextLimits;
import org.jspecify.annotations.Nullable;

/// The desk asked on behalf of many orders: each question about the brand goes to the database once.
final class BatchDesk {
    private final Desk desk;
    private final Instant now;
    private final Desk.Place place;
    private final BrandPolicy policy;
    private final Map<String, String> variables;
    private final QuietCalendar quiet;
    private final AccountLimits limits;
    private final AccessEnds accessEnds;
    private final Map<List<AccountId>, Answer> accounts = new HashMap<>();
    private final Map<CampaignId, Answer> campaigns = new HashMap<>();

    BatchDesk(Desk desk) {
        this.desk = desk;
        now = desk.now();
        place = desk.place();
        policy = desk.policy();
        variables = desk.variables();
        quiet = desk.quiet();
        limits = desk.limits();
        accessEnds = desk.accessEnds();
    }

    Instant now() {
        return now;
    }

    ZoneId zone() {
        return place.zone();
    }

    Wording wording(PostOrder order) {
        String lang = order.lang() == null ? place.locale() : order.lang();
        return Wording.of(place.variables(variables, order.plan(), now, lang).resolve(order.text()), lang);
    }

    PostVerdict verdict(PostOrder order, Wording wording) {
        Answer outlets = accounts.computeIfAbsent(order.accounts(), this::accounts);
        CampaignId campaign = order.campaign();
        Answer filed = campaign == null ? Answer.FINE : campaigns.computeIfAbsent(campaign, this::campaign);
        List<TextLimits> ofText = limits.ofText(outlets.accounts(), Supplement.NONE);
        List<Check> checks = Stream.concat(
                        Checks.of(wording, ofText, order.plan(), policy, now).stream(),
                        Stream.concat(
                                quiet.checks(order.plan(), now, zone()).stream(),
                                accessEnds.remarks(outlets.accounts(), time(order), zone()).stream()))
                .toList();
        return new PostVerdict(checks, outlets.accounts(), outlets.refusal(), filed.refusal());
    }

    /// The order's plan, or the time that a quiet period moves it to.
    Plan planned(PostOrder order) {
        return quiet.shifted(order.plan(), now, zone());
    }

    private Instant time(PostOrder order) {
        return order.plan() instanceof Plan.At(DueTime due) ? due.at() : now;
    }

    private Answer accounts(List<AccountId> wished) {
        try {
            return new Answer(desk.accounts(wished), null);
        } catch (AccountNotFound | NetworkNotServed refused) {
            return new Answer(List.of(), refused.getMessage());
        }
    }

    private Answer campaign(CampaignId campaign) {
        try {
            desk.requireCampaign(campaign);
            return Answer.FINE;
        } catch (CampaignNotFound refused) {
            return new Answer(List.of(), refused.getMessage());
        }
    }

    private record Answer(
            List<AccountId> accounts, @Nullable String refusal) {
        static final Answer FINE = new Answer(List.of(), null);
    }
}
