package org.gazouillis.engage;

import org.gazouillis.kernel.ProfileId;

/// Who reports views: a signed-in reader, or a visitor whom a random cookie tells apart for a day.
public sealed interface Viewer {
    record Reader(ProfileId profile) implements Viewer {}

    /// @param cookie in ASCII
    /// @param fresh whether they came without one, so that what they saw was chosen for nobody in particular
    record Visitor(String cookie, boolean fresh) implements Viewer {
        static final int LONGEST = 64;
        private static final int FIRST_BEYOND_ASCII = 0x80;

        public Visitor(String cookie) {
            this(cookie, false);
        }

        public Visitor {
            if (cookie.length() > LONGEST || !cookie.chars().allMatch(c -> c < FIRST_BEYOND_ASCII)) {
                throw new IllegalArgumentException("A visitor's cookie has at most " + LONGEST + " plain characters");
            }
        }
    }
}
