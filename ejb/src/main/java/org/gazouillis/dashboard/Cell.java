package org.gazouillis.dashboard;

import org.gazouillis.rollup.Audience;
import org.gazouillis.rollup.Crowd;
import org.gazouillis.rollup.PeopleSet;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Totals;
import org.jspecify.annotations.Nullable;

/// Gathers rolled-up rows into one bucket or one period: counts add up, people unite.
final class Cell {
    private final PeopleSet people = PeopleSet.empty();
    private final PeopleSet anonymous = PeopleSet.empty();
    private final PeopleSet engaged = PeopleSet.empty();
    private Tally tally = Tally.NONE;
    private long posts;
    private long gained;
    private long lost;

    void add(BucketRow row) {
        tally = tally.plus(row.tally());
        gained += row.follows();
        lost += row.unfollows();
        people.addAll(row.people());
        anonymous.addAll(row.anonymous());
        engaged.addAll(row.engaged());
    }

    /// What has no people of its own.
    void add(Tally more) {
        tally = tally.plus(more);
    }

    void merge(Cell other) {
        tally = tally.plus(other.tally);
        posts += other.posts;
        gained += other.gained;
        lost += other.lost;
        people.addAll(other.people);
        anonymous.addAll(other.anonymous);
        engaged.addAll(other.engaged);
    }

    void addPosts(long number) {
        posts += number;
    }

    long netFollows() {
        return gained - lost;
    }

    /// @param followers at the end; null where followers cannot be told apart
    Totals totals(@Nullable Long followers) {
        return new Totals(
                tally,
                Crowd.of(people, anonymous, engaged),
                posts,
                followers == null ? null : new Audience(gained, lost, followers));
    }
}
