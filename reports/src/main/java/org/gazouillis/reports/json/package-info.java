/// Writes JSON Lines, one object per row. Closed.
@NullMarked
package org.gazouillis.reports.json;

import org.jspecify.annotations.NullMarked;
