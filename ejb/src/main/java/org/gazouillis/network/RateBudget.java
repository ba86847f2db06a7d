package org.gazouillis.network;

import java.time.Duration;

/// How much a network bears.
///
/// @param atOnce requests that one of our nodes has open there at a time, so that a slow network holds up nobody else
/// @param posts how many posts one account may send within `per`
public record RateBudget(int atOnce, int posts, Duration per) {}
