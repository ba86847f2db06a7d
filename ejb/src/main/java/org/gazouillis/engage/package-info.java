/// What people did with a brand's statuses, fact by fact.
///
/// An [org.gazouillis.engage.Engagement] is one dated act of one [org.gazouillis.engage.Person]: a view, like,
/// repost, reply, quote, bookmark, click, opening or follow, or the withdrawal of one. Only acts on statuses and
/// accounts of brands are kept; the rest of the micro-blog is nobody's figures.
///
/// Two ways lead in: [org.gazouillis.engage.EngagementHandler] turns the facts of the outbox into engagements exactly
/// once through [org.gazouillis.engage.EngagementLog]; [org.gazouillis.engage.ReportCollector] takes the beacons of
/// readers, on disk before they are acknowledged, and those that count by [org.gazouillis.engage.ViewRules] and
/// [org.gazouillis.engage.OpeningRules] follow by `COPY` a moment later. Both write into the partitioned, append-only
/// table `engagement`, from which `rollup` reads sealed ranges.
///
/// It must not count, sum or show anything: that is `rollup` and `dashboard`.
@NullMarked
package org.gazouillis.engage;

import org.jspecify.annotations.NullMarked;
