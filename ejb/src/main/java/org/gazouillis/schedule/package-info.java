/// When: local times with their zone made into instants, the queue, series, and the clock that wakes the rest of the
/// house.
///
/// [org.gazouillis.schedule.PublishTime] resolves "09:30 in Paris" and says so when that time does not exist or comes
/// twice; [org.gazouillis.schedule.ZoneWatch] resolves planned times anew when a government has changed its clocks.
/// [org.gazouillis.schedule.QueueSlots] are the times of the week at which an account's queue sends,
/// [org.gazouillis.schedule.QueuePlanner] gives a post the next free one, [org.gazouillis.schedule.QueueOrder] lets
/// posts change places, [org.gazouillis.schedule.QueuePause] stops a queue and lets it run on without a flood.
/// [org.gazouillis.schedule.SeriesPlanner] opens and changes recurring series; `SeriesHorizon` makes posts of them,
/// 60 to 90 days ahead, woken by [org.gazouillis.schedule.SeriesTick], under one row per occurrence by the wall
/// clock.
///
/// [org.gazouillis.schedule.TickClock] runs every [org.gazouillis.kernel.Tick] again and again, on one node at a
/// time, by Quartz (closed package `quartz`). Quartz holds a handful of constant triggers and never a post: the post
/// row is the schedule, and a tick only wakes whoever reads it. One trigger per post was measured 200 to 1,000 times
/// slower than the claim.
///
/// [org.gazouillis.schedule.CampaignShifts] moves or cancels a campaign's posts as one statement and takes that back;
/// [org.gazouillis.schedule.CampaignCopies] copies a campaign to another time. Both resolve local times within SQL,
/// by the zone data of this JVM.
@NullMarked
package org.gazouillis.schedule;

import org.jspecify.annotations.NullMarked;
