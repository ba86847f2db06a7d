package org.gazouillis.kernel;

/// A part of the house that can say whether it works (CDI bean). `GET /health/ready` asks all of them.
public interface HealthCheck {
    /// Key in the answer: `database`, `index`, `scheduler`.
    String name();

    /// Answers within a second, without side effects; an exception counts as not working. `detail` must hold no
    /// secret.
    State check();

    /// Whether the part works, and one figure or word about it for people.
    record State(boolean up, String detail) {
        public static State up(String detail) {
            return new State(true, detail);
        }

        public static State down(String detail) {
            return new State(false, detail);
        }
    }
}
