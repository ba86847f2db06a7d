package org.gazouillis.engage;

import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Rows that go out part by part while the next are made.
class EngagementRowsTest {
    /// Several parts.
    private static final int MANY = 2_000;

    private final World world = World.fresh();
    private final StatusHome home =
            new StatusHome(77, World.NORD_PROFILE.value(), "101\t201\t" + World.NORD_PROFILE + "\t77\t\\N\t\\N", null);

    @Test
    void allPartsAreStored() {
        world.worker().useTransaction(handle -> {
            try (EngagementRows rows = new EngagementRows(handle)) {
                add(rows);
                rows.end();
            }
        });
        assertThat(world.worker().withHandle(EngagementRowsTest::stored)).isEqualTo(MANY + " of people 1 to " + MANY);
    }

    @Test
    void whatFailsHalfWayIsUndoneAndTheConnectionServesOn() {
        world.worker().useHandle(handle -> {
            assertThatThrownBy(() -> handle.useTransaction(each -> {
                        try (EngagementRows rows = new EngagementRows(each)) {
                            add(rows);
                            throw new IllegalStateException("half way");
                        }
                    }))
                    .hasMessage("half way");
            assertThat(stored(handle)).startsWith("0 ");
        });
    }

    private void add(EngagementRows rows) {
        for (int person = 1; person <= MANY; person++) {
            rows.add(home, "VIEW", new Person(person, false), ReportFact.micros(World.START));
        }
    }

    private static String stored(Handle handle) {
        return handle.createQuery("""
                        select concat(count(*), ' of people ', min(person_no), ' to ', max(person_no)) from engagement
                        """).mapTo(String.class).one();
    }
}
