/// Posts whose time has come, brought to the timeline exactly once.
///
/// [org.gazouillis.publish.Publisher] takes due posts and makes statuses, publications, facts and trail entries of them
/// in one statement and one commit ([org.gazouillis.publish.Claim] is that statement): a crash leaves either all of it
/// or nothing, a second node passes by what is locked, and `unique (publication_id)` on `status` is the second lock on
/// the door. [org.gazouillis.publish.PublishTick] wakes it four times a second, a post for "now" wakes it at once.
/// Only the database's clock counts.
///
/// [org.gazouillis.publish.PostDesk] is what members use: write, change, cancel, read. [org.gazouillis.publish.Queue]
/// reads. [org.gazouillis.publish.PublishWatch] speaks up when something due has not gone out for a minute.
/// The built-in timeline needs no sending, so a publication is born `CONFIRMED`; other networks will use the states
/// before it.
@NullMarked
package org.gazouillis.publish;

import org.jspecify.annotations.NullMarked;
