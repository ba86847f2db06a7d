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
    private boolean peopled;
    /// The people of the first that was added, who are already counted; until somebody else comes.
    private @Nullable SettledCell alone;

    void add(BucketRow row) {
        addCounts(row);
        if (row.people() != null || row.anonymous() != null || row.engaged() != null) {
            unite(row.people(), row.anonymous(), row.engaged());
        }
    }

    void addCounts(BucketRow row) {
        tally = tally.plus(row.tally());
        gained += row.follows();
        lost += row.unfollows();
    }

    /// What has no people of its own.
    void add(Tally more) {
        tally = tally.plus(more);
    }

    void add(SettledCell settled) {
        tally = tally.plus(settled.tally());
        gained += settled.gained();
        lost += settled.lost();
        if (peopled || alone != null) {
            unite(settled.people(), settled.anonymous(), settled.engaged());
        } else {
            alone = settled;
        }
    }

    void merge(Cell other) {
        tally = tally.plus(other.tally);
        posts += other.posts;
        gained += other.gained;
        lost += other.lost;
        addPeople(other);
    }

    void addPeople(Cell other) {
        spread();
        other.spread();
        people.addAll(other.people);
        anonymous.addAll(other.anonymous);
        engaged.addAll(other.engaged);
        peopled = true;
    }

    private void unite(byte @Nullable [] people, byte @Nullable [] anonymous, byte @Nullable [] engaged) {
        spread();
        peopled = true;
        this.people.addAll(people);
        this.anonymous.addAll(anonymous);
        this.engaged.addAll(engaged);
    }

    private void spread() {
        SettledCell first = alone;
        if (first != null) {
            alone = null;
            unite(first.people(), first.anonymous(), first.engaged());
        }
    }

    void addPosts(long number) {
        posts += number;
    }

    long netFollows() {
        return gained - lost;
    }

    /// @param followers at the end; null where followers cannot be told apart
    Totals totals(@Nullable Long followers) {
        return new Totals(tally, crowd(), posts, followers == null ? null : new Audience(gained, lost, followers));
    }

    private Crowd crowd() {
        return alone == null ? Crowd.of(people, anonymous, engaged) : alone.crowd();
    }

    /// All of it but the number of posts, which is no figure of rolled-up rows.
    SettledCell settle() {
        spread();
        return new SettledCell(tally, gained, lost, people.toBytes(), anonymous.toBytes(), engaged.toBytes(), crowd());
    }
}
