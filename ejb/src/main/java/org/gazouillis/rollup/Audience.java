package org.gazouillis.rollup;

/// The followers of a brand's accounts: how many came and went in the period, and how many there are at its end.
public record Audience(long gained, long lost, long atEnd) {
    public long net() {
        return gained - lost;
    }

    public long atStart() {
        return atEnd - net();
    }
}
