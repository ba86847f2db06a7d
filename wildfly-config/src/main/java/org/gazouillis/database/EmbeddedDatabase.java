package org.gazouillis.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

/// A PostgreSQL of our own on a folder of our own: initialised at the first start, found again at the next.
///
/// It listens on a free port of 127.0.0.1, asks everybody for a password and holds the database `gazouillis` and
/// the three `Roles`. It runs as an ordinary user even when started by root.
public final class EmbeddedDatabase implements AutoCloseable {
    /// The release that is shipped; its folder is named after it.
    public static final String VERSION = "18.6.0";

    private static final String DATABASE = "gazouillis";

    private final FolderLock lock;
    private final Postmaster postmaster;
    private final Login superuser;
    private final Roles roles;

    private EmbeddedDatabase(FolderLock lock, Postmaster postmaster, Login superuser, Roles roles) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.superuser = superuser;
        this.roles = roles;
    }

    /// Starts on `home` (`data/` and `server.log` are kept there), with passwords from `secrets`.
    ///
    /// @throws DatabaseUnavailable when it cannot, with the reason and the remedy
    public static EmbeddedDatabase start(Path home, Secrets secrets, PostgresSettings settings) {
        return start(home, home.resolve("postgresql-" + VERSION), secrets, settings);
    }

    static EmbeddedDatabase start(Path home, Path programs, Secrets secrets, PostgresSettings settings) {
        try {
            Path folder = Files.createDirectories(home).toRealPath();
            FolderLock lock = FolderLock.on(folder);
            Login superuser = new Login("postgres", secrets.password("database-superuser"));
            OrdinaryUser user = OrdinaryUser.forFolder(folder);
            PostgresBinaries binaries = PostgresBinaries.in(programs);
            new DataFolder(folder.resolve("data"), binaries, user).prepare(superuser);
            Postmaster postmaster = new Postmaster(binaries, user, folder);
            postmaster.stopLeftover();
            postmaster.start(settings, superuser);
            return new EmbeddedDatabase(lock, postmaster, superuser, new Roles(secrets)).furnished();
        } catch (IOException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL cannot use " + home + ": " + e, e);
        }
    }

    /// The database `gazouillis` as its three roles.
    public DatabaseAccess access() {
        return roles.access(postmaster.url(DATABASE));
    }

    public int port() {
        return postmaster.port();
    }

    /// The administrator's login, for a test or a bench that needs more than the three roles may.
    public DatabaseAccess administrator(String database) {
        return postmaster.as(superuser, database);
    }

    /// Another database on this server with the same roles.
    ///
    /// @param template an existing database without connections, which is copied; `template1` for an empty one
    DatabaseAccess create(String name, String template) {
        try (Connection admin = administrator("postgres").connect(superuser)) {
            Roles.createDatabase(admin, name, template);
            return access().withUrl(postmaster.url(name));
        } catch (SQLException e) {
            throw new DatabaseUnavailable("Cannot create the database " + name + ": " + e.getMessage(), e);
        }
    }

    private EmbeddedDatabase furnished() throws IOException {
        try (Connection admin = administrator("postgres").connect(superuser)) {
            roles.create(admin);
            Roles.createDatabase(admin, DATABASE, "template1");
            return this;
        } catch (SQLException e) {
            close();
            throw new DatabaseUnavailable("Cannot create roles and database: " + e.getMessage(), e);
        }
    }

    /// Writes everything out and ends the server. Waits for it.
    @Override
    public void close() throws IOException {
        postmaster.stop();
        lock.close();
    }

    /// The files of the server, made by `initdb` once.
    record DataFolder(Path folder, PostgresBinaries binaries, OrdinaryUser user) {
        void prepare(Login superuser) throws IOException {
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                initialise(superuser);
            }
            refuseForeignOwner();
            user.own(folder);
        }

        private void initialise(Login superuser) throws IOException {
            Path password = folder.resolveSibling(".superuser");
            // An earlier attempt that was cut short leaves a folder without PG_VERSION.
            Folders.delete(folder);
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, fromString("rwx------"));
            Secrets.write(password, superuser.password());
            try {
                user.own(folder);
                user.own(password);
                user.command(
                                binaries.program("initdb"),
                                "--pgdata=" + folder,
                                "--username=" + superuser.user(),
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--locale=C.UTF-8",
                                "--no-sync")
                        .run(folder);
            } finally {
                Files.deleteIfExists(password);
            }
        }

        private void refuseForeignOwner() throws IOException {
            if (!Files.isReadable(folder.resolve("PG_VERSION"))) {
                throw new DatabaseUnavailable(folder + " belongs to " + Files.getOwner(folder)
                        + ", and you may not use it. Run as that user, as root,"
                        + " or with another --data folder.");
            }
        }
    }
}
