package org.gazouillis.web.dashboard;

/// One of several ways to see the page: its label, its address, the keys that lead there, and whether it is taken.
public record Choice(String label, String link, String keys, boolean current) {}
