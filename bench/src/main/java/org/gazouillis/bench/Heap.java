package org.gazouillis.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Stream;

/// The heap of this JVM.
final class Heap {
    private static final double MEGABYTE = 1 << 20;

    private Heap() {}

    static void forgetPeak() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /// The most that each pool held since the last [#forgetPeak], in all, rubbish included.
    static double peakMegabytes() {
        return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
