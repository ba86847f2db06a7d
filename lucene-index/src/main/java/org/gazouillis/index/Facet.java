package org.gazouillis.index;

/// By what found statuses can be told apart and counted.
public enum Facet {
    /// Hashtags without `#`, folded as they are matched: `Été` is `ete`. A status counts once for each of its own.
    HASHTAG,
    /// Handles of authors, folded.
    AUTHOR,
    /// Languages such as `fr`.
    LANGUAGE,
    /// Where statuses came from: `gazouillis`, `x`, …
    SOURCE,
    /// Ids of brands, only those of the scope.
    BRAND,
    /// Ids of campaigns, only those of the scope's brands.
    CAMPAIGN,
    /// Hosts of links, without `www.`.
    SITE
}
