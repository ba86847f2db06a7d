/// How one cell of a report is spelt, the same in every text format: numbers, rates, instants. Closed.
@NullMarked
package org.gazouillis.reports.table;

import org.jspecify.annotations.NullMarked;
