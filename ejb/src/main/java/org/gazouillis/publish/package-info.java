/// Posts whose time has come, brought to the timeline exactly once.
///
/// [org.gazouillis.publish.Publisher] takes due posts and makes statuses, publications, facts and trail entries of
/// them in one statement and one commit ([org.gazouillis.publish.Claim] is that statement): a crash leaves either all
/// of it or nothing, a second node passes by what is locked, and `unique (publication_id)` on `status` is the second
/// lock on the door. [org.gazouillis.publish.PublishTick] wakes it four times a second, a post for "now" wakes it at
/// once. Only the database's clock counts.
///
/// [org.gazouillis.publish.PostDesk] is what members use: write, change, cancel, read. [org.gazouillis.publish.Queue]
/// reads. [org.gazouillis.publish.PublishWatch] speaks up when something due has not gone out for a minute.
/// The built-in timeline needs no sending, so a publication there is born `CONFIRMED`.
///
/// Networks outside are [org.gazouillis.publish.Dispatcher]'s: it leases publications (`Leases`), calls outside any
/// transaction (`Courier`), decides what follows (`Judgement`) and writes it under the lease's fence (`Settlement`).
/// [org.gazouillis.publish.DispatchUpkeep] sees to it that nothing stays anywhere without an end, `PostOutcome` says
/// what the post became. [org.gazouillis.publish.Receipts] shows every try, [org.gazouillis.publish.Doubts] takes a
/// person's word. [org.gazouillis.publish.OutsideGate] keeps all that shut while a key is missing. See ADR 011.
@NullMarked
package org.gazouillis.publish;

import org.jspecify.annotations.NullMarked;
