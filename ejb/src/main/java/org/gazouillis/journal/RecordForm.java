package org.gazouillis.journal;

import java.nio.ByteBuffer;

/// How the records of one kind of journal are spelt. What was written once must stay readable: a journal outlives the
/// version that wrote it.
public interface RecordForm<R> {
    /// What the records are, in the plural; files end with it.
    String name();

    /// Bytes of the longest record.
    int most();

    /// From the buffer's position on, at most [#most] bytes.
    void write(R one, ByteBuffer to);

    /// From the buffer's position on: what was written, whole and sound.
    R read(ByteBuffer from);

    /// How many facts a record holds, where that differs: chunks are measured in facts.
    default int facts(R one) {
        return 1;
    }
}
