package org.gazouillis.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/// The tables of cells that engagements are added to, and how to find the cells of each engagement.
enum Grain {
    QUARTER("quarter_bucket", "quarter", "to_timestamp(k.quarter * 900)", fact -> Math.floorDiv(fact.second(), 900L)),
    DAY("day_bucket", "day", "date '1970-01-01' + k.day::int", Fact::day),
    /// A status' row is its dimension's only one, and has no time.
    STATUS("status_total", "", "", fact -> 0);

    private final String table;
    private final String time;
    private final String timeOfNumber;
    private final ToLongFunction<Fact> timeOfFact;

    Grain(String table, String time, String timeOfNumber, ToLongFunction<Fact> timeOfFact) {
        this.table = table;
        this.time = time;
        this.timeOfNumber = timeOfNumber;
        this.timeOfFact = timeOfFact;
    }

    String table() {
        return table;
    }

    boolean isTotal() {
        return time.isEmpty();
    }

    /// The column of the key that tells when.
    String time() {
        return time;
    }

    /// SQL that makes the column of the number `k.…` by which a [CellKey] has it.
    String timeOfNumber() {
        return timeOfNumber;
    }

    /// What the facts add to which cells, in the order of the table's key.
    List<Map.Entry<CellKey, Addition>> additions(Collection<Fact> facts) {
        Map<CellKey, Addition> additions = new HashMap<>();
        for (Fact fact : facts) {
            subjects(fact, (dimension, subject) -> {
                CellKey key =
                        new CellKey(fact.workspace(), fact.brand(), dimension, subject, timeOfFact.applyAsLong(fact));
                additions.computeIfAbsent(key, fresh -> new Addition()).add(fact);
            });
        }
        return additions.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    private void subjects(Fact fact, BiConsumer<Dimension, Long> each) {
        if (fact.status() != 0) {
            each.accept(Dimension.STATUS, fact.status());
        }
        if (isTotal()) {
            return;
        }
        each.accept(Dimension.BRAND, fact.brand());
        each.accept(Dimension.ACCOUNT, fact.account());
        if (fact.campaign() != 0) {
            each.accept(Dimension.CAMPAIGN, fact.campaign());
        }
        if (fact.link() != 0) {
            each.accept(Dimension.LINK, fact.link());
        }
        fact.tags().forEach(tag -> each.accept(Dimension.HASHTAG, tag));
    }
}
