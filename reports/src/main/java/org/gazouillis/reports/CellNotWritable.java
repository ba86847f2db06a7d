package org.gazouillis.reports;

/// A row does not fit the table's columns. It is a mistake of the program that pours, never of a reader's data.
public final class CellNotWritable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public CellNotWritable(String message) {
        super(message);
    }

    /// A value that is not of its column's type.
    public static CellNotWritable of(Column column, Object value) {
        return new CellNotWritable("Column '" + column.key() + "' takes " + column.type() + ", got "
                + value.getClass().getSimpleName() + ".");
    }
}
