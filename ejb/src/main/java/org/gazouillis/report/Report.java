package org.gazouillis.report;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.ReportId;

/// A report of a brand, which can be run for any period.
public record Report(ReportId id, BrandId brand, ReportPlan plan, Instant changedAt) {}
