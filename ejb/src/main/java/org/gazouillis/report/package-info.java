/// Figures leave the house as files: today the engagement report as CSV or JSON Lines.
///
/// [EngagementExport] streams what a brand published and what it imported, row by row, out of one snapshot of the
/// database behind the wall. Our own reach is people; imported statuses keep their network's figures under their
/// source label, and their reach stays empty. A missing number is an empty cell, never 0.
///
/// Events: none. The file formats are those of the library `reports`.
@NullMarked
package org.gazouillis.report;

import org.jspecify.annotations.NullMarked;
