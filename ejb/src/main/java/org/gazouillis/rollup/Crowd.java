package org.gazouillis.rollup;

/// The people of a period, a bucket or a status. None of these can be added to another's.
///
/// @param reached known people with a view
/// @param anonymous visitors with a view, told apart for one UTC day
/// @param engaged known people with an engagement, whether or not they took it back; clicks on links are anonymous
/// @param met known people with a view or an engagement: who did something has seen it, also where no view was reported
public record Crowd(Headcount reached, Headcount anonymous, Headcount engaged, Headcount met) {
    public static final Crowd NOBODY =
            new Crowd(Headcount.NOBODY, Headcount.NOBODY, Headcount.NOBODY, Headcount.NOBODY);

    public static Crowd of(PeopleSet reached, PeopleSet anonymous, PeopleSet engaged) {
        PeopleSet met = PeopleSet.empty();
        met.addAll(reached);
        met.addAll(engaged);
        return new Crowd(Headcount.of(reached), Headcount.of(anonymous), Headcount.of(engaged), Headcount.of(met));
    }
}
