package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// A brand's plan as it stood at one moment: all that a rehearsal needs to know. Nothing here is read again.
///
/// @param posts    those that are to go out, the soonest first
/// @param accounts the brand's accounts
/// @param quiet    times in which nothing is to go out
/// @param budgets  how many posts an account bears, by network; the empty text means every network
/// @param apart    how far two posts on one account should stand from each other
/// @param complete whether every post of the time is here; a very long plan is cut
public record SimulatedPlan(
        ZoneId zone,
        Instant now,
        List<Planned> posts,
        Map<AccountId, Account> accounts,
        Map<CampaignId, Span> campaigns,
        List<Quiet> quiet,
        List<Budget> budgets,
        Duration apart,
        boolean complete) {
    public SimulatedPlan {
        posts = List.copyOf(posts);
        accounts = Map.copyOf(accounts);
        campaigns = Map.copyOf(campaigns);
        quiet = List.copyOf(quiet);
        budgets = List.copyOf(budgets);
    }

    /// A post that is to go out.
    ///
    /// @param local the time that was meant, by the clocks of `zone`
    public record Planned(
            PostId id,
            PostState state,
            Instant dueAt,
            @Nullable LocalDateTime local,
            @Nullable String zone,
            List<AccountId> accounts,
            @Nullable CampaignId campaign,
            String text) {
        public Planned {
            accounts = List.copyOf(accounts);
        }
    }

    /// @param accessEnds when our access to it ends by itself; null when it does not, or is not known
    public record Account(
            AccountId id,
            String network,
            String handle,
            @Nullable Instant accessEnds) {}

    /// A campaign's days, both included.
    public record Span(String name, LocalDate first, LocalDate last) {}

    /// @param accounts only these; none means all
    /// @param campaign only this one's posts; null means all
    public record Quiet(
            String name,
            Instant from,
            Instant to,
            List<AccountId> accounts,
            @Nullable CampaignId campaign) {
        public Quiet {
            accounts = List.copyOf(accounts);
        }
    }

    public record Budget(String network, int posts, Duration per) {}
}
