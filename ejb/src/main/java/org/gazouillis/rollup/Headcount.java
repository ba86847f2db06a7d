package org.gazouillis.rollup;

/// How many different people there are in a set.
///
/// @param standardError by which share the number may err (one standard deviation); 0 when it is exact
public record Headcount(long number, double standardError) {
    public static final Headcount NOBODY = new Headcount(0, 0);

    public static Headcount of(PeopleSet people) {
        return new Headcount(people.size(), people.standardError());
    }
}
