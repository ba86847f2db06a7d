package org.gazouillis.bench.netsim;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Which share of the requests is treated how; the rest goes well. The same seed, key and count of tries give the
/// same behaviour, whatever the order in which requests come.
///
/// @param lookFailures share of look-ups that fail, in percent
public record Script(long seed, Map<Behaviour, Integer> percent, int lookFailures) {
    /// Everything goes well.
    public static final Script GOOD = new Script(1, Map.of(), 0);

    public Script {
        percent = Map.copyOf(percent);
    }

    Behaviour of(String key, int attempt) {
        int dice = new Random(seed ^ (31L * key.hashCode() + attempt)).nextInt(100);
        int sum = 0;
        for (Behaviour each : Behaviour.values()) {
            sum += percent.getOrDefault(each, 0);
            if (dice < sum) {
                return each;
            }
        }
        return Behaviour.OK;
    }

    boolean lookFails(long look) {
        return new Random(seed ^ (look * 7919)).nextInt(100) < lookFailures;
    }

    /// As an argument of a process: `140;10;LIMIT=30,OK=20`.
    @Override
    public String toString() {
        return seed + ";" + lookFailures + ";"
                + percent.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(","));
    }

    static Script parse(String text) {
        String[] parts = text.split(";", -1);
        Map<Behaviour, Integer> percent = new EnumMap<>(Behaviour.class);
        Arrays.stream(parts[2].split(","))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split("="))
                .forEach(each -> percent.put(Behaviour.valueOf(each[0]), Integer.valueOf(each[1])));
        return new Script(Long.parseLong(parts[0]), percent, Integer.parseInt(parts[1]));
    }
}
