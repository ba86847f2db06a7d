/// Writes CSV after RFC 4180 through Commons CSV, and keeps spreadsheets from running what people wrote. Closed.
@NullMarked
package org.gazouillis.reports.csv;

import org.jspecify.annotations.NullMarked;
