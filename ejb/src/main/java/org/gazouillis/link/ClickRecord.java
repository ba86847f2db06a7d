package org.gazouillis.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One click as it stands in a journal: length, check sum, then what happened. A record whose check sum is wrong was
/// being written when the power went: nobody was answered, and nothing behind it is read.
record ClickRecord(long link, Instant at, Visit visit) {
    private static final int HEAD = 2 * Integer.BYTES;
    private static final int FIXED = 2 * Long.BYTES + 2 + Visit.VISITOR_BYTES + 1;
    private static final int LONGEST = FIXED + 255;

    void write(ByteBuffer to) {
        byte[] referrer = visit.referrer().getBytes(StandardCharsets.US_ASCII);
        int start = to.position();
        to.position(start + HEAD);
        to.putLong(link);
        to.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        to.put((byte) (visit.robot() ? 1 : 0));
        to.put((byte) visit.device().ordinal());
        to.put(visit.visitor());
        to.put((byte) referrer.length);
        to.put(referrer);
        int length = to.position() - start - HEAD;
        to.putInt(start, length);
        to.putInt(start + Integer.BYTES, sum(to, start + HEAD, length));
    }

    static int most() {
        return HEAD + LONGEST;
    }

    /// The record at the buffer's position, which then stands behind it; empty, with the position unmoved, when there
    /// is no whole and sound one.
    static Optional<ClickRecord> read(ByteBuffer from) {
        int start = from.position();
        if (from.remaining() < HEAD) {
            return Optional.empty();
        }
        int length = from.getInt(start);
        if (length < FIXED || length > LONGEST || from.remaining() < HEAD + length) {
            return Optional.empty();
        }
        if (from.getInt(start + Integer.BYTES) != sum(from, start + HEAD, length)) {
            return Optional.empty();
        }
        from.position(start + HEAD);
        return Optional.of(body(from));
    }

    private static ClickRecord body(ByteBuffer from) {
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

    private static int sum(ByteBuffer buffer, int start, int length) {
        CRC32C sum = new CRC32C();
        sum.update(buffer.slice(start, length));
        return (int) sum.getValue();
    }
}
