/// Workbooks, by fastexcel.
@NullMarked
package org.gazouillis.reports.xlsx;

import org.jspecify.annotations.NullMarked;
