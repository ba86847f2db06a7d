package org.gazouillis.dashboard;

/// A campaign beside others of its brand.
///
/// @param rate the interval of 95 % of its engagement rate, by drawing its posts again
/// @param counted posts that the rate stands on: those that anything happened to
public record CampaignStanding(CampaignReport report, Change rate, int counted) {}
