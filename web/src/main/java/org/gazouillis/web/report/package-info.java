/// Figures as files: `…/exports/engagement` of the API and the page `/report/export`, whose form leads there; reports
/// and their runs, at `…/reports` and `…/report-runs`, with the pages `/report/reports` and `/report/one`.
///
/// What stands in the file is decided by [org.gazouillis.report.EngagementExport]; here it only gets its period, its
/// form and its name.
@NullMarked
package org.gazouillis.web.report;

import org.jspecify.annotations.NullMarked;
