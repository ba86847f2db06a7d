/// Files of posts to plan: which column means what, what a whole column of dates tells, and each row made into an
/// order for the composer or into faults that say how to mend them. Closed.
///
/// A date is never guessed: where day and month could change places and no other row of the column decides, the rows
/// are refused until somebody says which comes first.
@NullMarked
package org.gazouillis.intake.bulk;

import org.jspecify.annotations.NullMarked;
