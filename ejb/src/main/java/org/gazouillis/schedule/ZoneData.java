package org.gazouillis.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.function.Function;

/// The IANA time-zone database as one program sees it.
///
/// @param version such as `2026a`; later versions sort after earlier ones
public record ZoneData(String version, Function<String, ZoneRules> rules) {
    /// The one that came with this Java.
    public static ZoneData ofJava() {
        return new ZoneData(
                ZoneRulesProvider.getVersions("Europe/Paris").lastEntry().getKey(),
                zone -> ZoneId.of(zone).getRules());
    }

    /// Differs when anything about the zone's clocks differs, past or future.
    byte[] fingerprint(String zone) {
        ZoneRules of = rules.apply(zone);
        String all = of.isFixedOffset() ? of.toString() : of.getTransitions() + "|" + of.getTransitionRules();
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
