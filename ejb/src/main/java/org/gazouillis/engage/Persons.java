package org.gazouillis.engage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gazouillis.kernel.ProfileId;
import org.jdbi.v3.core.Handle;

/// Gives everybody their number.
///
/// An anonymous visitor is known for one UTC day by the first 16 bytes of HMAC-SHA-256(salt of the day, cookie). The
/// salts and keys are deleted after two days, so that nobody, not even we, can tell that today's visitor was
/// yesterday's; over several days anonymous reach therefore counts visits by day, and is shown apart.
public final class Persons {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 16;
    private static final int SALT_BYTES = 32;

    private Persons() {}

    /// Profiles that do not exist are missing from the answer.
    public static Map<ProfileId, Person> of(Handle handle, Collection<ProfileId> profiles) {
        return handle
                .createQuery("select id, person_no from profile where id = any (:ids)")
                .bind("ids", profiles.stream().map(ProfileId::value).toArray(Long[]::new))
                .map((row, context) -> Map.entry(new ProfileId(row.getLong(1)), new Person(row.getInt(2), false)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Each cookie gets its number of that day.
    static Map<String, Integer> visitors(Handle handle, Collection<String> cookies, LocalDate day) {
        byte[] salt = salt(handle, day);
        Map<String, String> keys = new TreeMap<>();
        cookies.forEach(cookie ->
                keys.put(HexFormat.of().formatHex(Arrays.copyOf(hmac(salt, cookie), KEY_BYTES)), cookie));
        // The update changes nothing: it makes `returning` answer for visitors who are known already.
        return handle
                .createQuery("""
                        insert into anonymous_viewer (day, key) select :day, decode(k.key, 'hex') from unnest(:keys) as k(key)
                        on conflict (day, key) do update set day = excluded.day
                        returning encode(key, 'hex') as key, person_no
                        """)
                .bind("day", day)
                .bind("keys", keys.keySet().toArray(String[]::new))
                .map((row, context) -> Map.entry(String.valueOf(keys.get(row.getString(1))), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static byte[] salt(Handle handle, LocalDate day) {
        byte[] fresh = new byte[SALT_BYTES];
        RANDOM.nextBytes(fresh);
        handle.createUpdate("insert into viewer_salt (day, salt) values (:day, :salt) on conflict do nothing")
                .bind("day", day)
                .bind("salt", fresh)
                .execute();
        return handle.createQuery("select salt from viewer_salt where day = :day")
                .bind("day", day)
                .map((row, context) -> row.getBytes(1))
                .one();
    }

    private static byte[] hmac(byte[] salt, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, mac.getAlgorithm()));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
