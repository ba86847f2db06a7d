package org.gazouillis.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.SimulatedPlan.Account;
import org.gazouillis.dashboard.SimulatedPlan.Budget;
import org.gazouillis.dashboard.SimulatedPlan.Planned;
import org.gazouillis.dashboard.SimulatedPlan.Quiet;
import org.gazouillis.dashboard.SimulatedPlan.Span;
import org.gazouillis.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/// Rehearses a plan: a pure function from what is planned to what would go wrong. Each post is looked at once, beside
/// the posts of its accounts that are near it.
public final class Simulator {
    private static final Duration SAME_TEXT_APART = Duration.ofDays(1);
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::kind)
            .thenComparing(Finding::at)
            .thenComparing(finding -> finding.post().value());

    private final SimulatedPlan plan;
    private final List<Finding> findings = new ArrayList<>();

    private Simulator(SimulatedPlan plan) {
        this.plan = plan;
    }

    /// Every finding, the gravest kind first, within a kind the soonest.
    public static List<Finding> rehearse(SimulatedPlan plan) {
        Simulator simulator = new Simulator(plan);
        plan.posts().forEach(simulator::alone);
        simulator.silences();
        simulator.byAccount().forEach(simulator::among);
        return simulator.findings.stream().sorted(ORDER).distinct().toList();
    }

    private void alone(Planned post) {
        approval(post);
        accounts(post);
        campaign(post);
        clocks(post);
    }

    private void approval(Planned post) {
        if (post.state() == PostState.IN_REVIEW || post.state() == PostState.APPROVED) {
            long hours = Duration.between(plan.now(), post.dueAt()).toHours();
            add(Finding.Kind.NOT_APPROVED, post, null, "", Long.toString(hours));
        }
        if (post.state() == PostState.HELD) {
            add(Finding.Kind.HELD, post, null, "", "");
        }
    }

    private void accounts(Planned post) {
        List<Account> known = post.accounts().stream()
                .map(plan.accounts()::get)
                .filter(Objects::nonNull)
                .toList();
        if (known.isEmpty()) {
            add(Finding.Kind.NO_ACCOUNT, post, null, "", "");
        }
        for (Account account : known) {
            Instant ends = account.accessEnds();
            if (ends != null && !post.dueAt().isBefore(ends)) {
                add(Finding.Kind.ACCESS_ENDS, post, null, account.handle(), ends.toString());
            }
        }
    }

    /// Posts and silences side by side in the order of time: each post meets only those that lie over it.
    private void silences() {
        List<Quiet> coming =
                plan.quiet().stream().sorted(Comparator.comparing(Quiet::from)).toList();
        List<Quiet> over = new ArrayList<>();
        int begun = 0;
        for (Planned post : plan.posts().stream()
                .sorted(Comparator.comparing(Planned::dueAt))
                .toList()) {
            while (begun < coming.size() && !coming.get(begun).from().isAfter(post.dueAt())) {
                over.add(coming.get(begun));
                begun++;
            }
            over.removeIf(quiet -> !quiet.to().isAfter(post.dueAt()));
            over.forEach(quiet -> quiet(post, quiet));
        }
    }

    private void quiet(Planned post, Quiet quiet) {
        boolean about = quiet.campaign() == null || quiet.campaign().equals(post.campaign());
        boolean there = quiet.accounts().isEmpty() || post.accounts().stream().anyMatch(quiet.accounts()::contains);
        if (about && there) {
            add(Finding.Kind.QUIET, post, null, quiet.name(), quiet.to().toString());
        }
    }

    private void campaign(Planned post) {
        Span span = post.campaign() == null ? null : plan.campaigns().get(post.campaign());
        if (span == null) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(post.dueAt(), plan.zone());
        if (day.isAfter(span.last())) {
            add(
                    Finding.Kind.OUTSIDE_CAMPAIGN,
                    post,
                    null,
                    span.name(),
                    span.last().toString());
        } else if (day.isBefore(span.first())) {
            add(
                    Finding.Kind.OUTSIDE_CAMPAIGN,
                    post,
                    null,
                    span.name(),
                    span.first().toString());
        }
    }

    private void clocks(Planned post) {
        if (post.local() == null || post.zone() == null) {
            return;
        }
        int offsets =
                ZoneId.of(post.zone()).getRules().getValidOffsets(post.local()).size();
        if (offsets != 1) {
            add(
                    offsets == 0 ? Finding.Kind.GAP : Finding.Kind.OVERLAP,
                    post,
                    null,
                    post.zone(),
                    post.local().toString());
        }
    }

    private Map<AccountId, List<Planned>> byAccount() {
        Map<AccountId, List<Planned>> byAccount = new HashMap<>();
        plan.posts().stream()
                .filter(post -> post.state() != PostState.HELD)
                .sorted(Comparator.comparing(Planned::dueAt))
                .forEach(post -> post.accounts()
                        .forEach(account -> byAccount
                                .computeIfAbsent(account, each -> new ArrayList<>())
                                .add(post)));
        return byAccount;
    }

    private void among(AccountId id, List<Planned> posts) {
        Account account = plan.accounts().get(id);
        if (account == null) {
            return;
        }
        near(account, posts);
        twins(account, posts);
        plan.budgets().stream()
                .filter(budget -> budget.network().isEmpty() || budget.network().equals(account.network()))
                .forEach(budget -> spend(account, budget, posts));
    }

    /// Each post beside the one before it: whoever follows too soon is told of once.
    private void near(Account account, List<Planned> posts) {
        for (int i = 1; i < posts.size(); i++) {
            Planned before = posts.get(i - 1);
            Duration gap = Duration.between(before.dueAt(), posts.get(i).dueAt());
            if (gap.compareTo(plan.apart()) < 0) {
                add(Finding.Kind.CLASH, posts.get(i), before, account.handle(), Long.toString(gap.toMinutes()));
            }
        }
    }

    private void twins(Account account, List<Planned> posts) {
        Map<String, Planned> said = new HashMap<>();
        for (Planned post : posts) {
            Planned before = said.put(post.text(), post);
            if (before != null && Duration.between(before.dueAt(), post.dueAt()).compareTo(SAME_TEXT_APART) < 0) {
                add(Finding.Kind.SAME_TEXT, post, before, account.handle(), "");
            }
        }
    }

    /// A window that slides with the posts; every post beyond the budget is told of.
    private void spend(Account account, Budget budget, List<Planned> posts) {
        ArrayDeque<Planned> window = new ArrayDeque<>();
        for (Planned post : posts) {
            Instant since = post.dueAt().minus(budget.per());
            while (!window.isEmpty() && !window.getFirst().dueAt().isAfter(since)) {
                window.removeFirst();
            }
            window.addLast(post);
            if (window.size() > budget.posts()) {
                add(Finding.Kind.BUDGET, post, null, account.handle(), window.size() + "/" + budget.posts());
            }
        }
    }

    private void add(Finding.Kind kind, Planned post, @Nullable Planned other, String subject, String detail) {
        findings.add(new Finding(
                kind, post.id(), other == null ? null : other.id(), post.dueAt(), subject, detail, post.text()));
    }

    /// How many there are of each kind, the gravest first.
    public static Map<Finding.Kind, Long> tally(List<Finding> findings) {
        Map<Finding.Kind, Long> tally = new java.util.EnumMap<>(Finding.Kind.class);
        Stream.of(Finding.Kind.values()).forEach(kind -> {
            long count = findings.stream().filter(each -> each.kind() == kind).count();
            if (count > 0) {
                tally.put(kind, count);
            }
        });
        return tally;
    }
}
