package org.gazouillis.dashboard;

import java.time.Instant;
import org.gazouillis.kernel.SavedViewId;

/// A view of Explore that was kept, as one of its readers sees it.
///
/// @param state what stands behind the page's address, without the brand; the figures are those of the moment
/// @param shared whether the brand's other members see it
/// @param maker name of who made it
/// @param changeable whether the reader may rename and remove it
public record SavedView(
        SavedViewId id,
        String name,
        String state,
        boolean shared,
        String maker,
        boolean mine,
        boolean changeable,
        Instant changedAt) {}
