package org.gazouillis.index;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gazouillis.index.search.Asking;

/// From where a query is read: what `during:today`, `brand:nord` and `list:press` mean to the one who asks.
///
/// @param zone in which days begin
/// @param now from which `today` and `last-7d` are counted
/// @param brands ids by name, of the brands that the asker may see; needed only when the query says `brand:`
/// @param campaigns ids by name, of the campaigns of those brands; one name may mean several. Needed only
/// when the query says `campaign:`
/// @param lists those that the asker may name; needed only when the query says `list:`
public record Standpoint(
        ZoneId zone,
        Instant now,
        Map<String, Set<Long>> brands,
        Map<String, Set<Long>> campaigns,
        List<KnownList> lists) {

    /// The standpoint of somebody who sees no brand.
    public static Standpoint of(ZoneId zone, Instant now) {
        return new Standpoint(zone, now, Map.of(), Map.of(), List.of());
    }

    /// Whether a query may name a brand: told by its letters, so it need not be understood.
    public static boolean needsBrands(String query) {
        return Asking.saysBrand(query);
    }

    /// The same of campaigns.
    public static boolean needsCampaigns(String query) {
        return Asking.saysCampaign(query);
    }

    /// The same of lists.
    public static boolean needsLists(String query) {
        return Asking.saysList(query);
    }
}
