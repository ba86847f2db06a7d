package org.gazouillis.intake;

import java.time.ZoneId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.kernel.WorkspaceId;

/// A run that this node has claimed.
///
/// @param zone    of the brand, for dates without one
/// @param wish    what the member said about the file, as [ImportWish#parse] reads it
/// @param line    the record up to which, included, everything is committed
/// @param attempt how often the run was claimed: who holds an older number has lost it
record ImportJob(WorkspaceId workspace, ImportId id, BrandId brand, ZoneId zone, String wish, long line, int attempt) {}
