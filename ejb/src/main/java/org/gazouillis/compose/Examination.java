package org.gazouillis.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.jspecify.annotations.Nullable;

/// Everything there is to say about a post: its text, its time, the brand's rules, the other brands' words, and the
/// posts around it. Pages, programs and the saving itself ask here, so that all hear the same.
final class Examination {
    private final Desk desk;
    private final BrandPolicy policy;
    private final Instant now;

    Examination(Desk desk, Instant now) {
        this.desk = desk;
        this.policy = desk.policy();
        this.now = now;
    }

    /// What forbids the post. It is all that is asked when nobody wants to hear of more.
    List<Check> errors(Wording wording, Plan plan) {
        return Checks.of(wording, plan, policy, now).stream()
                .filter(Check::isError)
                .toList();
    }

    List<Check> all(Wording wording, List<AccountId> accounts, Plan plan, @Nullable PostId editing) {
        List<Check> found = new ArrayList<>(Checks.of(wording, plan, policy, now));
        found.addAll(desk.foreignWords(wording.text(), policy));
        Instant at = plan instanceof Plan.At(DueTime due) ? due.at() : now;
        found.addAll(desk.neighbours(accounts, at, editing).remarks(wording.text()));
        return List.copyOf(found);
    }

    /// @throws PostRefused when there is an error, or a warning that is not among those that the writer confirms
    void require(Wording wording, List<AccountId> accounts, Plan plan, Details details, @Nullable PostId editing) {
        if (details.confirmed() == null || plan instanceof Plan.Later) {
            PostRefused.ifAnyError(errors(wording, plan));
        } else {
            List<Check> found = all(wording, accounts, plan, editing);
            PostRefused.ifAnyError(found);
            PostRefused.unlessConfirmed(found, details.confirmed());
        }
    }
}
