/// Rows into statuses: the two layouts of X and mapped columns; dates, counts, ids and texts read strictly. Closed.
///
/// What cannot be read for certain is refused with the way to mend it, never guessed: an id that a spreadsheet
/// rounded, a date whose day and month could change places, a count with a separator.
@NullMarked
package org.gazouillis.intake.layout;

import org.jspecify.annotations.NullMarked;
