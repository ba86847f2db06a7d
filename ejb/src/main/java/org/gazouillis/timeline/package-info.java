/// Statuses in order, for a reader: home, public, profile, hashtag, list, thread, quotes; and the push of what is new.
///
/// [org.gazouillis.timeline.TimelineReader] and [org.gazouillis.timeline.ThreadReader] answer with
/// [org.gazouillis.timeline.StatusView]s, paged by status id ([org.gazouillis.timeline.Window]).
/// Homes are written ahead: [org.gazouillis.timeline.FanOut] puts each new status of a small author into the homes of
/// followers seen in the last 30 days, [org.gazouillis.timeline.HomeTrim] keeps the newest 800, and
/// [org.gazouillis.timeline.Homecoming] rebuilds the home of who was away. Large authors are merged at read.
///
/// Pages that stay open are told by [org.gazouillis.timeline.LiveReaders]; `live` follows the outbox on each node and
/// feeds them.
@NullMarked
package org.gazouillis.timeline;

import org.jspecify.annotations.NullMarked;
