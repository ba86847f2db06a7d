package org.gazouillis.web;

/// The header that makes a browser save an answer under a name.
public final class Attachment {
    public static final String HEADER = "Content-Disposition";

    private Attachment() {}

    /// The header's value; in the name, everything but ASCII letters, digits, `.`, `_` and `-` becomes `_`.
    public static String named(String fileName) {
        return "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._-]", "_") + "\"";
    }
}
