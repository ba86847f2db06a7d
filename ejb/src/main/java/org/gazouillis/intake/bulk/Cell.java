package org.gazouillis.intake.bulk;

/// One cell of a row: the name of its column, and its text without blanks at the ends.
record Cell(String column, String text) {
    Cell {
        text = text.strip();
    }

    boolean isBlank() {
        return text.isEmpty();
    }
}
