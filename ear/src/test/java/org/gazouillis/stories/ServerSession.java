package org.gazouillis.stories;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.database.Login;
import org.gazouillis.database.Secrets;
import org.gazouillis.database.TestDatabase;
import org.gazouillis.launch.Ports;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Before the first test: takes a fresh database and free ports, and writes them where the server will read them.
public final class ServerSession implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("gazouillis.ear") == null) {
            return;
        }
        Path home = RunningServer.artefacts();
        System.setProperty("gazouillis.http.port", String.valueOf(Ports.free()));
        System.setProperty("gazouillis.management.port", String.valueOf(Ports.free()));
        System.setProperty("gazouillis.demo.password", UUID.randomUUID().toString());
        System.setProperty("gazouillis.operator.secret", UUID.randomUUID().toString());
        System.setProperty(
                "gazouillis.settings", home.resolve("settings.properties").toString());
        System.setProperty("gazouillis.base", home.resolve("server").toString());
        try {
            Files.createDirectories(home.resolve("server/deployments"));
            write(settings(TestDatabase.shared().empty(), Files.createTempDirectory(home, "data-")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties settings(DatabaseAccess database, Path data) {
        Properties settings = new Properties();
        settings.setProperty("gazouillis.db.url", database.url());
        put(settings, "app", database.app());
        put(settings, "worker", database.worker());
        put(settings, "owner", database.owner());
        settings.setProperty("gazouillis.data", data.toString());
        settings.setProperty("gazouillis.demo", "true");
        settings.setProperty("gazouillis.demo.password", RunningServer.demoPassword());
        settings.setProperty("gazouillis.operator.secret", RunningServer.operatorSecret());
        settings.setProperty("gazouillis.base-url", "http://127.0.0.1:" + System.getProperty("gazouillis.http.port"));
        settings.setProperty("gazouillis.max-post-size", String.valueOf(RunningServer.LARGEST_UPLOAD));
        // The stories' outside networks are this server itself and what they start beside it.
        settings.setProperty("gazouillis.outbound.allow", "127.0.0.1");
        settings.setProperty("gazouillis.smtp.host", "127.0.0.1");
        settings.setProperty("gazouillis.smtp.port", String.valueOf(Mailbox.open()));
        settings.setProperty("jboss.http.port", System.getProperty("gazouillis.http.port"));
        settings.setProperty("jboss.management.http.port", System.getProperty("gazouillis.management.port"));
        return settings;
    }

    private static void put(Properties settings, String role, Login login) {
        settings.setProperty("gazouillis.db." + role + ".user", login.user());
        settings.setProperty("gazouillis.db." + role + ".password", login.password());
    }

    private static void write(Properties settings) throws IOException {
        StringWriter text = new StringWriter();
        settings.store(text, null);
        Secrets.write(Path.of(System.getProperty("gazouillis.settings")), text.toString());
    }
}
