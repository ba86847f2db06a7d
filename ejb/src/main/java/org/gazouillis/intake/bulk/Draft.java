package org.gazouillis.intake.bulk;

import java.util.List;
import org.gazouillis.compose.DueTime;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.intake.BulkFault;
import org.jspecify.annotations.Nullable;

/// What a row came to: an order for the composer, as far as its cells could be read, and what is wrong with them.
///
/// @param order without a time where that could not be read
public record Draft(PostOrder order, List<BulkFault> faults) {
    public Draft {
        faults = List.copyOf(faults);
    }

    public @Nullable DueTime due() {
        return order.plan() instanceof Plan.At(DueTime due) ? due : null;
    }

    public boolean isWrong() {
        return faults.stream().anyMatch(BulkFault::error);
    }
}
