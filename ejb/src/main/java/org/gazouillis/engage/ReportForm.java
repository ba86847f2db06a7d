package org.gazouillis.engage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gazouillis.journal.RecordForm;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.StatusId;
import org.jspecify.annotations.Nullable;

/// How a call stands in its journal: 13 bytes for each report. Times are kept as ages, to the microsecond; what is too
/// old for any rule is only known to be so.
final class ReportForm implements RecordForm<ReportCall> {
    private static final byte VERSION = 1;
    private static final int PROGRAM = 1;
    private static final int READER = 2;
    private static final int FRESH = 4;
    private static final int HEAD = 2 + Long.BYTES + 1 + Viewer.Visitor.LONGEST + 1;
    private static final int EACH = Long.BYTES + 1 + Integer.BYTES;
    private static final Duration TOO_OLD = ViewRules.OLDEST.plusSeconds(1);

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public int most() {
        return HEAD + ViewRules.MOST_PER_CALL * EACH;
    }

    @Override
    public int facts(ReportCall call) {
        return call.reports().size();
    }

    @Override
    public void write(ReportCall call, ByteBuffer to) {
        to.put(VERSION);
        to.put((byte) ((call.program() ? PROGRAM : 0) | flag(call.viewer())));
        to.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, call.received()));
        switch (call.viewer()) {
            case Viewer.Reader reader -> to.putLong(reader.profile().value());
            case Viewer.Visitor visitor -> {
                byte[] cookie = visitor.cookie().getBytes(StandardCharsets.US_ASCII);
                to.put((byte) cookie.length).put(cookie);
            }
        }
        to.put((byte) call.reports().size());
        for (Report report : call.reports()) {
            to.putLong(report.status().value());
            to.put((byte) report.kind().ordinal());
            to.putInt((int) age(report.at(), call.received()));
        }
    }

    private static int flag(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Reader _ -> READER;
            case Viewer.Visitor visitor -> visitor.fresh() ? FRESH : 0;
        };
    }

    private static long age(@Nullable Instant at, Instant received) {
        if (at == null || at.isAfter(received)) {
            return 0;
        }
        Instant tooOld = received.minus(TOO_OLD);
        return ChronoUnit.MICROS.between(at.isBefore(tooOld) ? tooOld : at, received);
    }

    @Override
    public ReportCall read(ByteBuffer from) {
        if (from.get() != VERSION) {
            throw new IllegalStateException("A later version wrote this journal of reports: start that one again");
        }
        int flags = from.get();
        Instant received = Instant.EPOCH.plus(from.getLong(), ChronoUnit.MICROS);
        Viewer viewer = (flags & READER) == 0
                ? visitor(from, (flags & FRESH) != 0)
                : new Viewer.Reader(new ProfileId(from.getLong()));
        int number = from.get() & 0xFF;
        List<Report> reports = new ArrayList<>(number);
        for (int n = 0; n < number; n++) {
            StatusId status = new StatusId(from.getLong());
            ReportKind kind = ReportKind.of(from.get());
            Instant at = received.minus(Integer.toUnsignedLong(from.getInt()), ChronoUnit.MICROS);
            reports.add(new Report(status, kind, at));
        }
        return new ReportCall(viewer, (flags & PROGRAM) != 0, received, reports);
    }

    private static Viewer visitor(ByteBuffer from, boolean fresh) {
        byte[] cookie = new byte[from.get()];
        from.get(cookie);
        return new Viewer.Visitor(new String(cookie, StandardCharsets.US_ASCII), fresh);
    }
}
