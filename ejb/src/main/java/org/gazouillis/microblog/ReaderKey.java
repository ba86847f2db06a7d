package org.gazouillis.microblog;

import org.gazouillis.kernel.ProfileId;

/// Who somebody is for chance, when it decides which of two texts they are shown: a member by their profile, a visitor
/// by the cookie of the day. Nobody in particular always sees the first.
///
/// @param name empty for nobody in particular
public record ReaderKey(String name) {
    public static final ReaderKey NOBODY = new ReaderKey("");

    public static ReaderKey member(ProfileId profile) {
        return new ReaderKey("m" + profile);
    }

    public static ReaderKey visitor(String cookie) {
        return new ReaderKey("v" + cookie);
    }
}
