package org.gazouillis.dashboard;

import org.gazouillis.rollup.Totals;

/// One part of a breakdown. Parts overlap in people, and by hashtags in events, too: they do not add up to the whole.
///
/// @param key  as in [Subject#key]
/// @param name what people call it: the campaign's name, the account's handle, the post's text, the hashtag, the link's
///     code
public record Part(String key, String name, Totals totals) {}
