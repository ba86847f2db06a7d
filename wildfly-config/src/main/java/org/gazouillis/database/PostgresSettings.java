package org.gazouillis.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How one PostgreSQL is tuned.
///
/// @param values setting and value, as in `postgresql.conf`
public record PostgresSettings(Map<String, String> values) {
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            // Nobody needs a socket file, and its path may be longer than a socket's may be.
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "100"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_line_prefix", "%m [%p] %u@%d "),
            // Our queries are short: compiling them costs more than it saves.
            Map.entry("jit", "off"),
            Map.entry("random_page_cost", "1.1"));

    /// For data that must survive a power cut.
    public static PostgresSettings durable() {
        return new PostgresSettings(Map.of(
                        "shared_buffers", "256MB",
                        "effective_cache_size", "1GB",
                        "work_mem", "16MB",
                        "maintenance_work_mem", "128MB",
                        "max_wal_size", "2GB",
                        "fsync", "on",
                        "full_page_writes", "on",
                        "synchronous_commit", "on"))
                .withCommon();
    }

    /// For data that nobody will miss.
    public static PostgresSettings forgetful() {
        return new PostgresSettings(Map.of(
                        "shared_buffers", "128MB",
                        "fsync", "off",
                        "full_page_writes", "off",
                        "synchronous_commit", "off",
                        "max_wal_size", "2GB"))
                .withCommon();
    }

    /// The same with one value changed.
    public PostgresSettings with(String setting, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(setting, value);
        return new PostgresSettings(changed);
    }

    private PostgresSettings withCommon() {
        Map<String, String> all = new TreeMap<>(COMMON);
        all.putAll(values);
        return new PostgresSettings(all);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        values.forEach((setting, value) -> arguments.addAll(List.of("-c", setting + "=" + value)));
        return arguments;
    }
}
