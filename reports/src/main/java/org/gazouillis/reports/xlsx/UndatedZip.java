package org.gazouillis.reports.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Takes the moment of its making out of a workbook: fastexcel writes it into `docProps/core.xml` and lets nobody say
/// another. Sheets pass through; what comes after [#hold()] is small and kept, until [#release()] puts properties
/// without a date in the place of those with one and moves what stands behind them (APPNOTE.TXT 4.3, .ZIP File Format).
///
/// A workbook beyond 4 GB, whose directory is of another kind, keeps its date.
final class UndatedZip extends FilterOutputStream {
    private static final byte[] NAME = "docProps/core.xml".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PROPERTIES = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Gazouillis</dc:creator></cp:coreProperties>""".getBytes(StandardCharsets.UTF_8);
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int UTF_8 = 1 << 11;
    private static final int VERSION = 20;
    private static final int OLDEST_DAY = 0x21;

    private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
    private boolean held;
    private long passed;

    UndatedZip(OutputStream out) {
        super(out);
    }

    void hold() {
        held = true;
    }

    @Override
    public void write(int sign) throws IOException {
        write(new byte[] {(byte) sign}, 0, 1);
    }

    @Override
    public void write(byte[] signs, int from, int length) throws IOException {
        if (held) {
            tail.write(signs, from, length);
        } else {
            out.write(signs, from, length);
            passed += length;
        }
    }

    void release() throws IOException {
        held = false;
        byte[] bytes = tail.toByteArray();
        ByteBuffer zip = little(bytes);
        int end = bytes.length - END_LENGTH;
        boolean plain = end >= 0 && zip.getInt(end) == END && zip.getInt(end + 16) != -1;
        out.write(plain ? undated(zip, end) : bytes);
    }

    private byte[] undated(ByteBuffer zip, int end) {
        int directory = Math.toIntExact(Integer.toUnsignedLong(zip.getInt(end + 16)) - passed);
        int own = entry(zip, directory, end);
        long start = Integer.toUnsignedLong(zip.getInt(own + 42));
        long behind = next(zip, directory, end, start);
        byte[] entry = entry();
        int moved = Math.toIntExact(entry.length - (behind - start));
        for (int at = directory; at < end; at += length(zip, at)) {
            long offset = Integer.toUnsignedLong(zip.getInt(at + 42));
            if (offset > start) {
                zip.putInt(at + 42, (int) (offset + moved));
            }
        }
        describe(zip, own);
        zip.putInt(end + 16, zip.getInt(end + 16) + moved);
        var whole = new ByteArrayOutputStream(zip.capacity());
        whole.write(zip.array(), 0, Math.toIntExact(start - passed));
        whole.writeBytes(entry);
        int rest = Math.toIntExact(behind - passed);
        whole.write(zip.array(), rest, zip.capacity() - rest);
        return whole.toByteArray();
    }

    /// Where the directory speaks of the properties.
    private static int entry(ByteBuffer zip, int directory, int end) {
        for (int at = directory; at < end; at += length(zip, at)) {
            if (zip.getInt(at) == CENTRAL && little(NAME).equals(zip.slice(at + 46, zip.getShort(at + 28)))) {
                return at;
            }
        }
        throw new IllegalStateException("The workbook has no properties.");
    }

    /// Where what follows the properties begins.
    private long next(ByteBuffer zip, int directory, int end, long start) {
        long next = passed + directory;
        for (int at = directory; at < end; at += length(zip, at)) {
            long offset = Integer.toUnsignedLong(zip.getInt(at + 42));
            next = offset > start ? Math.min(next, offset) : next;
        }
        return next;
    }

    private static int length(ByteBuffer zip, int at) {
        return 46 + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
    }

    private static void describe(ByteBuffer zip, int at) {
        zip.putShort(at + 6, (short) VERSION)
                .putShort(at + 8, (short) UTF_8)
                .putShort(at + 10, (short) 0)
                .putShort(at + 12, (short) 0)
                .putShort(at + 14, (short) OLDEST_DAY)
                .putInt(at + 16, checksum())
                .putInt(at + 20, PROPERTIES.length)
                .putInt(at + 24, PROPERTIES.length);
    }

    /// The properties as they stand in the file, not packed.
    private static byte[] entry() {
        byte[] entry = new byte[30 + NAME.length + PROPERTIES.length];
        little(entry)
                .putInt(LOCAL)
                .putShort((short) VERSION)
                .putShort((short) UTF_8)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) OLDEST_DAY)
                .putInt(checksum())
                .putInt(PROPERTIES.length)
                .putInt(PROPERTIES.length)
                .putShort((short) NAME.length)
                .putShort((short) 0)
                .put(NAME)
                .put(PROPERTIES);
        return entry;
    }

    private static int checksum() {
        var checksum = new CRC32();
        checksum.update(PROPERTIES);
        return (int) checksum.getValue();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
