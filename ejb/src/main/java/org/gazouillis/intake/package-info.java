/// Brings foreign files in: activity exports of other networks, and any headed CSV or JSON Lines file by a column
/// mapping, gzipped or not.
///
/// [Imports] takes a file and answers with a run; [ImportRunner] reads it in the background, in batches that each
/// commit together with how far the run has come. A run that a crash interrupted goes on behind its last batch.
/// Every row ends as an imported status or as a refused row that says line, column, value, rule and how to mend it.
///
/// Words: an *import run* is one reading of one file; an *imported status* keeps its own date and the network's
/// figures under a *source label*, and never enters our own reach. A missing figure is missing, never 0.
///
/// Sub-packages are closed: `file` turns bytes into rows (encoding, limits, CSV, JSON Lines), `layout` turns a row
/// into a [ForeignStatus] (X activity, X content, mapped columns), `bulk` makes an
/// order for the composer of a row, or tells its faults.
///
/// [BulkPlans] takes files of posts to come: a *bulk run* is a draft of many posts, looked at and mended row by row
/// and then planned through the composer's batch; [BulkRunner] does its long work.
///
/// Events out: `StatusImported`, one per batch: its run and the lines `from` and `to`. Events in: none.
@NullMarked
package org.gazouillis.intake;

import org.jspecify.annotations.NullMarked;
