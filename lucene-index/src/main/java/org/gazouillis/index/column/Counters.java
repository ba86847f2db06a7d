package org.gazouillis.index.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.gazouillis.index.Counts;
import org.gazouillis.index.Measure;

/// Live counters of statuses, outside the index: a like is seen by the next search without a write to disk or a new
/// searcher.
///
/// Each status that was ever counted has a slot, a small number given once and for ever; slot 0 is that of all who
/// were not and always counts nothing. Segments know their documents' slots ([Slots]), so that sorting and filtering
/// read numbers and look nothing up. The sum of what people did with a status stands beside them in an array of its
/// own: sorting reads nothing else, and five times as many fit into the processor's cache. Of each status a level is
/// known above which it cannot be, one byte, and when levels rise is noted for the segments. Some 40 bytes and the
/// share of a hash table for each counted status.
///
/// Safe for all threads: reading and counting up lock nothing, only a status's first count does.
public final class Counters {

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int MEASURES = Measure.values().length;
    private static final int BLOCK_BITS = 14;
    private static final int BLOCK = 1 << BLOCK_BITS;

    /// Pairs of id and slot, open addressing, at most half full. Id 0 is an empty place: no status has it.
    private volatile long[] table = new long[2 * 1_024];

    private volatile int[][] counts = {new int[BLOCK * MEASURES]};
    private volatile int[][] sums = {new int[BLOCK]};
    private volatile byte[][] levels = {new byte[BLOCK]};
    private volatile long[][] ids = {new long[BLOCK]};
    private volatile int slots;
    /// Slots of which the level rose, in this order.
    private volatile int[] raised = new int[1_024];

    private volatile int raises;

    /// Counts up, or down.
    public void add(long id, int likes, int reposts, int replies) {
        int slot = slotFor(id);
        int[] block = counts[slot >>> BLOCK_BITS];
        int at = place(slot, Measure.LIKES);
        addTo(block, at, likes);
        addTo(block, at + Measure.REPOSTS.ordinal(), reposts);
        addTo(block, at + Measure.REPLIES.ordinal(), replies);
        addToSum(slot, likes + reposts + replies);
    }

    private static void addTo(int[] block, int at, int change) {
        if (change != 0) {
            INTS.getAndAdd(block, at, change);
        }
    }

    private void addToSum(int slot, int change) {
        if (change == 0) {
            return;
        }
        int before = (int) INTS.getAndAdd(sums[slot >>> BLOCK_BITS], slot & (BLOCK - 1), change);
        int level = levelOf(before + change);
        // The level of before was reached before: most changes need not fetch what it is from memory.
        if (level > levelOf(before) && level > level(slot)) {
            raise(slot, level);
        }
    }

    private synchronized void raise(int slot, int level) {
        byte[] block = levels[slot >>> BLOCK_BITS];
        if (level > block[slot & (BLOCK - 1)]) {
            block[slot & (BLOCK - 1)] = (byte) level;
            int[] log = raised;
            if (raises == log.length) {
                log = Arrays.copyOf(log, 2 * log.length);
                raised = log;
            }
            log[raises] = slot;
            raises = raises + 1;
        }
    }

    /// The level of so much engagement: its bits, so twice as much is one level higher. A status' own level stays where
    /// it was highest.
    public static int levelOf(int engagement) {
        return engagement <= 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(engagement);
    }

    byte level(int slot) {
        return levels[slot >>> BLOCK_BITS][slot & (BLOCK - 1)];
    }

    /// How often a level rose so far.
    int raises() {
        return raises;
    }

    /// The slot that rose, counted from 0.
    int raised(int time) {
        return raised[time];
    }

    /// Sets what a status has gathered so far. The sum moves by what each measure has moved, so it agrees with them
    /// whoever else counts meanwhile.
    public void set(long id, Counts now) {
        if (now.engagement() == 0 && slotOf(id) == 0) {
            return;
        }
        int slot = slotFor(id);
        int change = replace(slot, Measure.LIKES, now.likes());
        change += replace(slot, Measure.REPOSTS, now.reposts());
        change += replace(slot, Measure.REPLIES, now.replies());
        addToSum(slot, change);
    }

    /// @return how much more it is now
    private int replace(int slot, Measure measure, int next) {
        return next - (int) INTS.getAndSet(counts[slot >>> BLOCK_BITS], place(slot, measure), next);
    }

    /// Sets how often a status was seen, which is in no sum.
    public void see(long id, int impressions) {
        if (impressions > 0 || slotOf(id) != 0) {
            replace(slotFor(id), Measure.IMPRESSIONS, impressions);
        }
    }

    public int impressions(long id) {
        return get(slotOf(id), Measure.IMPRESSIONS);
    }

    public Counts of(long id) {
        int slot = slotOf(id);
        return new Counts(get(slot, Measure.LIKES), get(slot, Measure.REPOSTS), get(slot, Measure.REPLIES));
    }

    public int get(int slot, Measure measure) {
        return (int) INTS.getOpaque(counts[slot >>> BLOCK_BITS], place(slot, measure));
    }

    /// What people did with it, together.
    public long engagement(int slot) {
        return (int) INTS.getOpaque(sums[slot >>> BLOCK_BITS], slot & (BLOCK - 1));
    }

    /// All sums, for [#engagement(int[][], int)]: they move on, but slots given later may be missing.
    public int[][] sums() {
        return sums;
    }

    /// As [#engagement(int)], without reading a volatile for each; at least 0, and 0 for a slot that is missing.
    public static int engagement(int[][] sums, int slot) {
        int block = slot >>> BLOCK_BITS;
        return block < sums.length ? Math.max(0, sums[block][slot & (BLOCK - 1)]) : 0;
    }

    private static int place(int slot, Measure measure) {
        return (slot & (BLOCK - 1)) * MEASURES + measure.ordinal();
    }

    /// The highest slot given so far.
    int slots() {
        return slots;
    }

    long idOf(int slot) {
        return ids[slot >>> BLOCK_BITS][slot & (BLOCK - 1)];
    }

    /// The slot of a status, 0 when it was never counted.
    int slotOf(long id) {
        long[] pairs = table;
        int mask = pairs.length / 2 - 1;
        int at = hash(id) & mask;
        long key = (long) LONGS.getAcquire(pairs, 2 * at);
        while (key != id && key != 0) {
            at = (at + 1) & mask;
            key = (long) LONGS.getAcquire(pairs, 2 * at);
        }
        return key == 0 ? 0 : (int) pairs[2 * at + 1];
    }

    private int slotFor(long id) {
        int slot = slotOf(id);
        return slot == 0 ? newSlot(id) : slot;
    }

    private synchronized int newSlot(long id) {
        if (id == 0) {
            throw new IllegalArgumentException("status 0 cannot be counted: no status has that number");
        }
        int present = slotOf(id);
        if (present != 0) {
            return present;
        }
        int slot = slots + 1;
        grow(slot);
        ids[slot >>> BLOCK_BITS][slot & (BLOCK - 1)] = id;
        enter(table, id, slot);
        slots = slot;
        return slot;
    }

    private void grow(int slot) {
        int block = slot >>> BLOCK_BITS;
        if (block == counts.length) {
            int[][] wider = Arrays.copyOf(counts, block + 1);
            wider[block] = new int[BLOCK * MEASURES];
            int[][] longer = Arrays.copyOf(sums, block + 1);
            longer[block] = new int[BLOCK];
            byte[][] higher = Arrays.copyOf(levels, block + 1);
            higher[block] = new byte[BLOCK];
            long[][] more = Arrays.copyOf(ids, block + 1);
            more[block] = new long[BLOCK];
            counts = wider;
            sums = longer;
            levels = higher;
            ids = more;
        }
        if (slot > table.length / 4) {
            long[] before = table;
            long[] twice = new long[2 * before.length];
            for (int i = 0; i < before.length; i += 2) {
                if (before[i] != 0) {
                    enter(twice, before[i], before[i + 1]);
                }
            }
            table = twice;
        }
    }

    /// The slot is written before the id, so that who reads the id without a lock finds the slot behind it.
    private static void enter(long[] pairs, long id, long slot) {
        int mask = pairs.length / 2 - 1;
        int at = hash(id) & mask;
        while (pairs[2 * at] != 0) {
            at = (at + 1) & mask;
        }
        pairs[2 * at + 1] = slot;
        LONGS.setRelease(pairs, 2 * at, id);
    }

    /// Ids grow with time: the multiplication (Fibonacci hashing, Knuth vol. 3, 6.4) scatters neighbours.
    private static int hash(long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
