package org.gazouillis.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gazouillis.journal.RecordForm;

/// How a click stands in its journal.
final class ClickForm implements RecordForm<ClickRecord> {
    private static final int FIXED = 2 * Long.BYTES + 2 + Visit.VISITOR_BYTES + 1;
    private static final int LONGEST = FIXED + 255;

    @Override
    public String name() {
        return "clicks";
    }

    @Override
    public int most() {
        return LONGEST;
    }

    @Override
    public void write(ClickRecord click, ByteBuffer to) {
        Visit visit = click.visit();
        byte[] referrer = visit.referrer().getBytes(StandardCharsets.US_ASCII);
        to.putLong(click.link());
        to.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, click.at()));
        to.put((byte) (visit.robot() ? 1 : 0));
        to.put((byte) visit.device().ordinal());
        to.put(visit.visitor());
        to.put((byte) referrer.length);
        to.put(referrer);
    }

    @Override
    public ClickRecord read(ByteBuffer from) {
        long link = from.getLong();
        Instant at = Instant.EPOCH.plus(from.getLong(), ChronoUnit.MICROS);
        boolean robot = from.get() != 0;
        Visit.Device device = Visit.Device.values()[from.get()];
        byte[] visitor = new byte[Visit.VISITOR_BYTES];
        from.get(visitor);
        byte[] referrer = new byte[from.get() & 0xFF];
        from.get(referrer);
        return new ClickRecord(
                link, at, new Visit(robot, device, visitor, new String(referrer, StandardCharsets.US_ASCII)));
    }
}
