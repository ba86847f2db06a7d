package org.gazouillis.intake.bulk;

import java.util.List;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.intake.BulkFault;

/// What a row came to: an order for the composer, as far as its cells could be read, and what is wrong with them.
///
/// @param order without a time where that could not be read
public record Draft(PostOrder order, List<BulkFault> faults) {
    public Draft {
        faults = List.copyOf(faults);
    }
}
