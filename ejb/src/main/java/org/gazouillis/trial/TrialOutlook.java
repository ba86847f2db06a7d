package org.gazouillis.trial;

import org.jspecify.annotations.Nullable;

/// What a brand has to expect of a trial, from its own past posts.
///
/// @param posts from how many it was learned
/// @param rate how many acts came from one person; null when too little is known, as is then all that follows
/// @param people how many it takes to find the least difference in four of five trials
/// @param usualReach whom half of the posts reached until now
/// @param days until that many have usually seen a post; null when they usually never do
public record TrialOutlook(
        int posts,
        @Nullable Double rate,
        @Nullable Long people,
        @Nullable Long usualReach,
        @Nullable Integer days) {}
