package org.gazouillis.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.PollTerms;
import org.gazouillis.network.TextLimits;
import org.jspecify.annotations.Nullable;

/// Everything there is to say about a post: its texts and images, its time, the brand's rules, the other brands'
/// words, and the posts around it. Pages, programs and the saving itself ask here, so that all hear the same.
final class Examination {
    private final Desk desk;
    private final FollowedLinks links;
    private final BrandPolicy policy;
    private final Instant now;

    /// @param links what is known of links; nobody is asked here
    Examination(Desk desk, FollowedLinks links, Instant now) {
        this.desk = desk;
        this.links = links;
        this.policy = desk.policy();
        this.now = now;
    }

    List<Check> all(Wish wish, @Nullable PostId editing) {
        List<Check> found = new ArrayList<>(own(wish, editing));
        found.addAll(desk.quiet().checks(wish.plan(), now, desk.place().zone()));
        found.addAll(desk.foreignWords(wish.wording().text(), policy));
        wish.supplement().parts().forEach(part -> found.addAll(desk.foreignWords(part.text(), policy)));
        wish.supplement().variants().values().forEach(each -> found.addAll(desk.foreignWords(each.text(), policy)));
        wish.second().forEach(text -> found.addAll(ofTrial(desk.foreignWords(text.text(), policy))));
        wish.options()
                .forEach(option ->
                        desk.foreignWords(option, policy).forEach(check -> found.add(check.in("poll", "Poll"))));
        Instant at = wish.plan() instanceof Plan.At(DueTime due) ? due.at() : now;
        found.addAll(desk.accessEnds().remarks(wish.accounts(), at, desk.place().zone()));
        found.addAll(deadLinks(wish, at));
        found.addAll(desk.neighbours(wish.accounts(), at, editing)
                .remarks(wish.wording().text()));
        return List.copyOf(found);
    }

    private List<Check> deadLinks(Wish wish, Instant at) {
        Leads leads = desk.leads(wish.urls(), links.own(), at);
        List<Check> found = new ArrayList<>(leads.remarks(wish.wording(), links));
        List<Wording> parts = wish.supplement().parts();
        for (int i = 0; i < parts.size(); i++) {
            String number = Integer.toString(i + 2);
            leads.remarks(parts.get(i), links)
                    .forEach(check -> found.add(check.in("part:" + number, "Part " + number)));
        }
        wish.supplement()
                .variants()
                .forEach((account, wording) -> leads.remarks(wording, links)
                        .forEach(check -> found.add(check.in("account:" + account, "Account " + account))));
        wish.second().forEach(text -> found.addAll(ofTrial(leads.remarks(text, links))));
        return found;
    }

    private static List<Check> ofTrial(List<Check> checks) {
        return checks.stream().map(check -> check.in("trial", "Text B")).toList();
    }

    /// @throws PostRefused when there is an error, or a warning that is not among those that the writer confirms
    void require(Wish wish, Details details, @Nullable PostId editing) {
        if (details.confirmed() == null || wish.plan() instanceof Plan.Later) {
            PostRefused.ifAnyError(own(wish, editing));
        } else {
            List<Check> found = all(wish, editing);
            PostRefused.ifAnyError(found);
            PostRefused.unlessConfirmed(found, details.confirmed());
        }
    }

    /// What can be said without looking around, but for other flashes. It is all that is asked when nobody wants to
    /// hear of more.
    private List<Check> own(Wish wish, @Nullable PostId editing) {
        AccountLimits limits = desk.limits();
        List<TextLimits> ofText = limits.ofText(wish.accounts(), wish.supplement());
        List<Check> found = new ArrayList<>(Checks.of(wish.wording(), ofText, wish.plan(), policy, now));
        found.addAll(Checks.ofSupplement(wish.supplement(), wish.accounts(), limits, policy));
        Trial trial = wish.supplement().trial();
        if (trial != null) {
            boolean badlyPlaced = desk.builtIn(wish.accounts()) != 1;
            found.addAll(ofTrial(Checks.ofTrial(trial, wish.wording(), badlyPlaced, policy)));
        }
        PollTerms poll = wish.supplement().poll();
        if (poll != null) {
            boolean images = !wish.supplement().attachments().isEmpty();
            boolean elsewhere = desk.builtIn(wish.accounts()) < wish.accounts().size();
            found.addAll(Checks.ofPoll(poll, images, elsewhere, policy));
        }
        if (wish.supplement().flash()) {
            found.addAll(desk.flashes().checks(wish.accounts(), wish.plan(), now, editing));
        }
        return found;
    }

    /// A post as it would be.
    record Wish(Wording wording, Supplement supplement, List<AccountId> accounts, Plan plan) {
        /// What some readers see instead of the text, if there is a trial.
        Stream<Wording> second() {
            return Stream.ofNullable(supplement.trial()).map(Trial::wording);
        }

        /// What its poll offers, if it has one.
        Stream<String> options() {
            return Stream.ofNullable(supplement.poll()).flatMap(poll -> poll.options().stream());
        }

        /// The links of all its texts, each once.
        List<String> urls() {
            return Stream.of(
                            Stream.of(wording),
                            supplement.parts().stream(),
                            supplement.variants().values().stream(),
                            second())
                    .flatMap(each -> each)
                    .flatMap(each -> each.urls().stream())
                    .distinct()
                    .toList();
        }
    }
}
