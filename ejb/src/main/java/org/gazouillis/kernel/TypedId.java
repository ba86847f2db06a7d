package org.gazouillis.kernel;

/// A time-ordered 64-bit id that knows what it names. In JSON, URLs and pages it is its decimal string.
public interface TypedId {
    long value();
}
