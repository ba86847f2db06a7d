/// Figures leave the house as files: the engagement export at any length, and reports that people build.
///
/// [EngagementExport] streams what a brand published and what it imported, row by row, out of one snapshot of the
/// database behind the wall. Our own reach is people; imported statuses keep their network's figures under their
/// source label, and their reach stays empty. A missing number is an empty cell, never 0.
///
/// [Reports] keeps what shall stand in a report ([ReportPlan]); [ReportRuns] runs it for a period, makes a run again up
/// to the same instant, and says what arrived late. A run is made of the rows that it keeps ([FrozenRows]), so that
/// its files are the same whenever they are taken.
///
/// [ReportMailings] keeps when and to whom a report goes out by mail. [MailingTick] makes the run of each such time
/// once and addresses its mails; [LetterRound] hands them to the mail server, each once; [ReportLetters] is the
/// history, and the only way to send something again (ADR 140).
///
/// [OverviewFile] lets all brands side by side out.
///
/// [ExportJobs] leaves long exports to the background: [ExportRound] writes them, under a lease and in steps
/// ([ExportWriting]), of rows that are written down first ([EngagementReading], ADR 162) or that a search finds
/// ([FoundReading], ADR 177); [ExportSweep] removes what is over.
///
/// Events: `ReportNotMailed`, `ExportFinished`, `ExportFailed`. The file formats are those of the library `reports`.
@NullMarked
package org.gazouillis.report;

import org.jspecify.annotations.NullMarked;
