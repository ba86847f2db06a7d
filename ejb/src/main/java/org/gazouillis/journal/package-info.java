/// What must not be lost, on disk before it is acknowledged and in the database a moment later, exactly once.
///
/// A [org.gazouillis.journal.Conveyor] is one such way in: its [org.gazouillis.journal.Journal] is a folder of this
/// node, from which [org.gazouillis.journal.Shipping] brings the records to their
/// [org.gazouillis.journal.Destination]. What a record is and how it is spelt, its room says
/// ([org.gazouillis.journal.RecordForm]).
///
/// It must not know what it carries: clicks are `link`'s, what readers' pages report is `engage`'s.
@NullMarked
package org.gazouillis.journal;

import org.jspecify.annotations.NullMarked;
