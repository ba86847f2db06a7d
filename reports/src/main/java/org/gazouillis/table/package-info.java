/// Neutral tables: what a report is before it has a file format.
@NullMarked
package org.gazouillis.table;

import org.jspecify.annotations.NullMarked;
