package org.gazouillis.engage;

/// How many of the reported views were stored and now count, and how many do not count by [ViewRules].
public record ViewReceipt(int accepted, int ignored) {}
