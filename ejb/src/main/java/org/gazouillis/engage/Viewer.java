package org.gazouillis.engage;

import org.gazouillis.kernel.ProfileId;

/// Who reports views: a signed-in reader, or a visitor whom a random cookie tells apart for a day.
public sealed interface Viewer {
    record Reader(ProfileId profile) implements Viewer {}

    record Visitor(String cookie) implements Viewer {}
}
