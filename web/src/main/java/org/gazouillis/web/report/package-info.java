/// Figures as files: `…/exports/engagement.csv` of the API and the page `/report/export`, whose form leads there.
///
/// What stands in the file is decided by [org.gazouillis.report.EngagementExport]; here it only gets its period, its
/// form and its name.
@NullMarked
package org.gazouillis.web.report;

import org.jspecify.annotations.NullMarked;
