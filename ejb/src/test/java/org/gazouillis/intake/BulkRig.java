package org.gazouillis.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.PostBatch;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.kernel.DataDirectory;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Members;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Jdbi;

import static org.gazouillis.testrig.World.MARC;
import static org.gazouillis.testrig.World.NORD;

/// Bulk runs in a [World]; the background works when the test says so. Files are sent by Marc for Nord.
final class BulkRig {
    /// Files begin in this month, and are not more than two years away before it has come.
    private static final YearMonth FIRST_MONTH = YearMonth.parse("2027-10");

    final World world;
    final List<Runnable> waiting = new ArrayList<>();
    final BulkLedger ledger;
    final BulkPlanning planning;
    final BulkRunner runner;
    private final StoredFiles files;
    private final BulkCheck check;
    private final PostBatch posts;

    BulkRig(World world, Path folder) {
        this.world = world;
        files = new StoredFiles(new DataDirectory(folder));
        posts = new PostBatch(world.ids());
        check = new BulkCheck(posts);
        ledger = new BulkLedger(world.worker());
        planning = new BulkPlanning(ledger, check, posts);
        runner = new BulkRunner(
                ledger, check, planning, files, new ImportThreads(waiting::add), new Members(world.worker()));
    }

    <T> T as(MemberScope member, Function<BulkPlans, T> deed) {
        var current = new CurrentMember();
        current.become(member);
        var mending = new BulkMending(world.app(), check, posts, new AuditTrail(world.ids(), world.clock()));
        var plans = new BulkPlans(
                new Permissions(current), current, new BulkRuns(world.app()), mending, files, runner, world.ids());
        return world.as(member, () -> deed.apply(plans));
    }

    <T> T ask(Function<BulkPlans, T> deed) {
        return as(MARC, deed);
    }

    BulkProfiles profiles() {
        var current = new CurrentMember();
        current.become(MARC);
        return new BulkProfiles(world.app(), new Permissions(current), world.ids());
    }

    BulkId send(String content) {
        return send("posts.csv", content.getBytes(StandardCharsets.UTF_8), "", BulkMode.PREVIEW);
    }

    /// Sends a file and lets the background do all its work.
    BulkId send(String name, byte[] content, String wish, BulkMode mode) {
        var id = start(name, content, wish, mode);
        work();
        return id;
    }

    BulkId start(String name, byte[] content, String wish, BulkMode mode) {
        return ask(plans -> {
            try {
                return plans.start(NORD, name, new ByteArrayInputStream(content), BulkWish.parse(wish), mode);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    void work() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    BulkRun run(BulkId id) {
        return ask(plans -> plans.find(id));
    }

    List<BulkRow> rows(BulkId id) {
        return ask(plans -> plans.rows(id, BulkShow.ALL, 0, 500)).items();
    }

    /// The rules of all faults, row by row: `1:past-time 3:too-long`.
    String faults(BulkId id) {
        return rows(id).stream()
                .flatMap(row -> row.faults().stream()
                        .map(fault -> row.row() + ":" + fault.rule().key()))
                .collect(Collectors.joining(" "));
    }

    List<BulkFaultGroup> groups(BulkId id) {
        return ask(plans -> plans.groups(id));
    }

    BulkRun plan(BulkId id, BulkMode mode) {
        ask(plans -> plans.commit(id, mode));
        work();
        return run(id);
    }

    String errors(BulkId id) {
        return ask(plans -> {
            var out = new ByteArrayOutputStream();
            try {
                plans.writeErrors(id, out);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    long number(String sql) {
        return world.worker()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    List<String> texts(String sql) {
        return world.worker()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    void sql(String statement) {
        world.worker().useHandle(handle -> handle.execute(statement));
    }

    /// What only the owner of the schema may do.
    void ownerSql(String statement) {
        var access = world.access();
        Jdbi.create(World.source(access, access.owner())).useHandle(handle -> handle.execute(statement));
    }

    /// A file whose rows are all right, an hour apart.
    static String fileOf(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "%s-%02d %02d:00,Post number %d"
                        .formatted(FIRST_MONTH.plusMonths(i / 24 / 28 % 12), 1 + i / 24 % 28, i % 24, i))
                .collect(Collectors.joining("\n", "when,text\n", "\n"));
    }
}
