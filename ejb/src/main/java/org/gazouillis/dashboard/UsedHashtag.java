package org.gazouillis.dashboard;

/// A hashtag, without its sign, and how many posts bear it.
public record UsedHashtag(String tag, long posts) {}
