/// When: local times with their zone made into instants, and the clock that wakes the rest of the house.
///
/// [org.gazouillis.schedule.PublishTime] resolves "09:30 in Paris" and says so when that time does not exist or comes
/// twice. [org.gazouillis.schedule.TickClock] runs every [org.gazouillis.kernel.Tick] again and again, on one node at
/// a time, by Quartz (closed package `quartz`). Quartz holds a handful of constant triggers and never a post: the post
/// row is the schedule, and a tick only wakes whoever reads it. One trigger per post was measured 200 to 1,000 times
/// slower than the claim.
///
/// [org.gazouillis.schedule.CampaignShifts] moves or cancels a campaign's posts as one statement and takes that back;
/// [org.gazouillis.schedule.CampaignCopies] copies a campaign to another time. Both resolve local times within SQL, by
/// the zone data of this JVM.
@NullMarked
package org.gazouillis.schedule;

import org.jspecify.annotations.NullMarked;
