package org.gazouillis.web.engage;

/// How many views were stored and count, and how many do not: unknown or nobody's statuses, repetitions within half
/// an hour, an account's own, declared robots.
public record ViewReceiptJson(int accepted, int ignored) {}
