package org.gazouillis.publish;

/// A feed as it is sent.
///
/// @param tag a name of exactly this text, for `ETag`
public record FeedText(String tag, String text) {}
