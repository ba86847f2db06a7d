/// The words that every room uses: typed time-ordered ids, cursors, slices, time ranges and ticks.
/// Plain Java; it knows no database, no server and no other room.
@NullMarked
package org.gazouillis.kernel;

import org.jspecify.annotations.NullMarked;
