package org.gazouillis.launch;

/// A command cannot be carried out; the message is one sentence for the person who typed it.
final class Refused extends RuntimeException {
    Refused(String message) {
        super(message);
    }
}
