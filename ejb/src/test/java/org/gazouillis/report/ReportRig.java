package org.gazouillis.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.ReportRunId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Snapshots;
import org.gazouillis.testrig.World;
import org.jdbi.v3.core.Jdbi;

/// Reports on behalf of one member, over connections that know the member from the start; and a process of its own
/// that makes a run again.
record ReportRig(
        Reports reports, ReportRuns runs, ReportShares shares, ReportMailings mailings, ReportLetters letters) {
    static ReportRig of(MemberScope member, String url, String user, String password, Clock clock, int node) {
        var ids = new TimeOrderedIds(clock, node);
        Jdbi known = World.known(member, url, user, password);
        var current = new CurrentMember();
        current.become(member);
        var permissions = new Permissions(current);
        var trail = new AuditTrail(ids, clock);
        var reports = new Reports(known, permissions, trail, ids, clock);
        var runs = new ReportRuns(
                permissions,
                new Snapshots(known),
                reports,
                new ReportShelf(known, trail),
                new PublicAddress("https://gz.example/"),
                ids,
                clock);
        return new ReportRig(
                reports,
                runs,
                new ReportShares(known, permissions, trail, ids, clock),
                new ReportMailings(known, permissions, reports, trail, ids, clock),
                new ReportLetters(known, permissions, reports, trail, ids));
    }

    /// @param arguments URL, user, password, id of Anna's run
    public static void main(String[] arguments) throws IOException {
        ReportRig rig = of(World.ANNA, arguments[0], arguments[1], arguments[2], Clock.systemUTC(), 2);
        ReportRun run = rig.runs().again(ReportRunId.parse(arguments[3]));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(digests(run.sha256()));
    }

    static String digests(Map<String, String> files) {
        return new TreeMap<>(files).toString();
    }
}
