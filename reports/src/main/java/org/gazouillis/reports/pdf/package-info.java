/// Sets reports as PDF, by Apache PDFBox, in DejaVu Sans. Closed.
@NullMarked
package org.gazouillis.reports.pdf;

import org.jspecify.annotations.NullMarked;
