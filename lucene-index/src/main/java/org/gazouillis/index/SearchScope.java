package org.gazouillis.index;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a searcher may find: every public status, and those of the given brands of one workspace.
///
/// It is added outside the user's query, so no query can widen it.
///
/// @param workspace the searcher's workspace, 0 for a visitor
/// @param brands the brands of that workspace which the searcher may read
/// @param onlyBrand when given, only statuses of that brand of that workspace are found; a brand that is not among
/// `brands` finds nothing
public record SearchScope(
        long workspace, Set<Long> brands, @Nullable Long onlyBrand) {

    public SearchScope {
        brands = Set.copyOf(brands);
    }

    /// A visitor's scope: what everyone may read.
    public static SearchScope publicOnly() {
        return new SearchScope(0, Set.of(), null);
    }

    /// Whether it may find this status: what the index decides by its terms, decided for one that is at hand.
    public boolean sees(StatusDocument status) {
        boolean ours = workspace != 0 && status.workspace() == workspace && brands.contains(status.brand());
        return onlyBrand == null ? status.isPublic() || ours : ours && onlyBrand == status.brand();
    }
}
