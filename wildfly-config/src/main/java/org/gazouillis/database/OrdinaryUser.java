package org.gazouillis.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The user that PostgreSQL runs as, which it insists is not root.
///
/// Anybody but root runs it as oneself. Root steps down to `nobody` with `setpriv`, if `nobody` can walk into the
/// data folder; else (a clone under `/root`) it enters a user namespace, where root is nobody in particular.
///
/// @param prefix the words before a command that make it run as that user
/// @param uid the owner that files must have, or -1 when the caller's own will do
record OrdinaryUser(List<String> prefix, int uid) {
    private static final int NOBODY = 65_534;
    private static final OrdinaryUser ONESELF = new OrdinaryUser(List.of("setsid"), -1);
    private static final OrdinaryUser STEPPED_DOWN = new OrdinaryUser(
            List.of("setsid", "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"), NOBODY);
    private static final OrdinaryUser NAMESPACE = new OrdinaryUser(List.of("setsid", "unshare", "-U", "--"), 0);

    /// Finds the way that works for a PostgreSQL below `folder`, which exists.
    static OrdinaryUser forFolder(Path folder) throws IOException {
        if (ownUid() != 0) {
            // initdb wants a user with a name, which a container may not give; in a namespace it is called nobody.
            return System.getProperty("user.name").equals("?") ? new OrdinaryUser(NAMESPACE.prefix(), -1) : ONESELF;
        }
        if (STEPPED_DOWN.command("test", "-x", folder).succeeds()) {
            return STEPPED_DOWN;
        }
        if (NAMESPACE.command("true").succeeds()) {
            return NAMESPACE;
        }
        throw new DatabaseUnavailable("PostgreSQL does not run as root. Neither can it step down to the user nobody"
                + " (setpriv from util-linux, and " + folder + " must be open to nobody: chmod o+x on its parents),"
                + " nor does this machine allow user namespaces. Run as an ordinary user instead.");
    }

    /// The user id of this process; a user in a container often has no name.
    static int ownUid() throws IOException {
        return uidOf(Path.of("/proc/self"));
    }

    static int uidOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    Command command(Object... words) {
        return Command.of(words).after(prefix);
    }

    /// Hands a file or a whole folder to that user, if it belongs to somebody else.
    void own(Path path) throws IOException {
        if (uid >= 0 && uidOf(path) != uid) {
            Command.of("chown", "-R", "-h", uid + ":" + uid, path).run(path.getRoot());
        }
    }
}
