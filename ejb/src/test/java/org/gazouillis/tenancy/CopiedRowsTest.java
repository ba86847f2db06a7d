package org.gazouillis.tenancy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CopiedRowsTest {
    private final World world = World.fresh();

    @Test
    void textsComeAsTheyAreWhateverTheyHold() {
        List<String> nasty = List.of(
                "", "\\N", "\\", "a\tb", "a\nb\r\n", "\b\f\u000B", "C:\\new\\table\\.", "été 🐦 ＝", "\\.", "x\\tx");
        world.worker().useHandle(handle -> {
            handle.execute("create temp table nasty (id int generated always as identity, text text)");
            nasty.forEach(text -> handle.execute("insert into nasty (text) values (?)", text));
            List<String> read = new ArrayList<>();
            CopiedRows.read(handle, "select text, text from nasty order by id", row -> {
                read.add(row.text());
                assertThat(row.text()).isEqualTo(read.getLast());
            });
            assertThat(read).isEqualTo(nasty);
        });
    }

    @Test
    void numbersAndInstantsComeWithTheirSignAndNothingIsNothing() {
        List<Object> read = new ArrayList<>();
        world.worker()
                .useHandle(handle -> CopiedRows.read(
                        handle,
                        "select 0, -7, 9223372036854775807, null::int, null::text, -1, 1784012400123456, null::int, null",
                        row -> {
                            read.addAll(List.of(row.id(), row.id(), row.id(), row.id()));
                            assertThat(row.text()).isNull();
                            read.add(row.instant());
                            read.add(row.instant());
                            assertThat(row.instant()).isNull();
                            assertThat(row.number()).isNull();
                        }));
        assertThat(read)
                .containsExactly(
                        0L,
                        -7L,
                        Long.MAX_VALUE,
                        0L,
                        Instant.parse("1969-12-31T23:59:59.999999Z"),
                        Instant.parse("2026-07-14T07:00:00.123456Z"));
    }

    @Test
    void aFractionIsNoWholeNumber() {
        world.worker()
                .useHandle(
                        handle -> assertThatThrownBy(() -> CopiedRows.read(handle, "select 1.5, 2", CopiedRow::number))
                                .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void whenTheReaderFailsTheConnectionStillServes() {
        world.worker().useHandle(handle -> {
            assertThatThrownBy(() -> CopiedRows.read(handle, "select generate_series(1, 1000000)", row -> {
                        throw new IOException("the line is gone");
                    }))
                    .hasMessage("the line is gone");
            assertThat(one(handle)).isEqualTo(1);
        });
    }

    @Test
    void whatTheServerRefusesHalfWayIsTold() {
        world.worker()
                .useHandle(handle -> assertThatThrownBy(() -> CopiedRows.read(
                                handle, "select 1 / (9000 - n) from generate_series(1, 9000) n", CopiedRow::number))
                        .isInstanceOf(JdbiException.class)
                        .hasMessageContaining("division by zero"));
    }

    private static int one(Handle handle) {
        return handle.createQuery("select 1").mapTo(Integer.class).one();
    }
}
