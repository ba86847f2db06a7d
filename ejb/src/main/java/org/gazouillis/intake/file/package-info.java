/// Bytes into rows: unpacks gzip within a budget, finds the encoding, splits CSV and JSON Lines, and knows on which
/// physical line each row begins. Closed; knows nothing of what the columns mean.
@NullMarked
package org.gazouillis.intake.file;

import org.jspecify.annotations.NullMarked;
