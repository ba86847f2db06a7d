package org.gazouillis.web.dashboard;

import java.time.Instant;
import org.gazouillis.dashboard.SavedView;

/// A saved view of Explore, as the caller sees it.
///
/// @param state what stands behind the address of the page, without the brand
/// @param address path of the page that shows it
/// @param shared whether the brand's other members see it
/// @param maker name of who made it
/// @param changeable whether the caller may rename and remove it
public record SavedViewJson(
        String id,
        String name,
        String state,
        String address,
        boolean shared,
        String maker,
        boolean mine,
        boolean changeable,
        Instant changedAt) {
    static SavedViewJson of(String brand, SavedView view) {
        return new SavedViewJson(
                view.id().toString(),
                view.name(),
                view.state(),
                ExploreAddress.parse(view.state(), brand).toString(),
                view.shared(),
                view.maker(),
                view.mine(),
                view.changeable(),
                view.changedAt());
    }
}
