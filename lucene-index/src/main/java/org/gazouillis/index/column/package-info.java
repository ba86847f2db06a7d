/// What is held in memory beside the index on disk: per segment the times, who may see what, the values that facets
/// count, and the places of the live counters; and these counters themselves. Closed.
///
/// A segment never changes, so each structure is built once, kept under the key of the segment's core (which
/// deletions do not change), and dropped when the core is closed. Ways and gains were measured on one million and
/// five million statuses: a day's count is a difference of two numbers instead of a walk through a column.
@NullMarked
package org.gazouillis.index.column;

import org.jspecify.annotations.NullMarked;
