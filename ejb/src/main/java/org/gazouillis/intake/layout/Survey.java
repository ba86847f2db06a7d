package org.gazouillis.intake.layout;

import java.io.IOException;
import org.gazouillis.intake.FileNotReadable;
import org.gazouillis.intake.RowRefused;
import org.gazouillis.intake.file.ForeignFile;
import org.gazouillis.intake.file.ForeignRow;
import org.gazouillis.intake.file.RowReader;
import org.jspecify.annotations.Nullable;

/// One look at every row before any is imported.
record Survey(ForeignFile file, RowReader rows, Runnable stillAlive) {
    private static final int ROWS_PER_SIGN = 20_000;

    /// Reads to the end; afterwards the reader knows all columns.
    DateColumns dates() throws IOException {
        var dates = new DateColumns();
        long count = 0;
        for (var row = nextSound(); row != null; row = nextSound()) {
            dates.see(row);
            if (++count % ROWS_PER_SIGN == 0) {
                stillAlive.run();
            }
        }
        if (count == 0 && rows.columns().isEmpty()) {
            throw new FileNotReadable("No line of the file is a JSON object. Write one object per line.");
        }
        return dates;
    }

    /// The next row that can be read; the run itself will refuse and tell the others.
    private @Nullable ForeignRow nextSound() throws IOException {
        for (; ; ) {
            try {
                return rows.next();
            } catch (RowRefused toldLater) {
                continue;
            }
        }
    }
}
