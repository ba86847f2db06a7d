package org.gazouillis.reports;

/// A file format that [ReportWriter] can write.
public sealed interface ReportFormat permits CsvFormat, JsonLinesFormat, XActivityFormat, XlsxFormat {
    /// Whether the file is packed with gzip (fastest level: the socket waits for the database, not for the packer).
    boolean gzip();

    /// Whether a file may be written in several goes ([ReportWriter#more]): what is packed knows only one.
    default boolean isAppendable() {
        return !gzip();
    }

    /// What to send as `Content-Type` of the unpacked content.
    String mediaType();
}
