/// Quartz behind the house's own notion of a tick: clustered store in PostgreSQL, the server's threads, one job
/// class.
///
/// Each tick has one job and one trigger with the tick's name. `acquireTriggersWithinLock` is set because without it
/// a cluster may fire a trigger twice (quartz issues 107, 548, 731). The node's own name is stable, so that a node
/// that was killed frees its half-done jobs as soon as it is back, and the others free them after a missed check-in.
/// Quartz is not trusted to notice everything: [StoreWatch] looks from outside for ticks that would not be woken again.
@NullMarked
package org.gazouillis.schedule.quartz;

import org.jspecify.annotations.NullMarked;
