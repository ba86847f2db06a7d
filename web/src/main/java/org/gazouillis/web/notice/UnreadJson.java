package org.gazouillis.web.notice;

/// How many notices are unread, counted up to a hundred.
public record UnreadJson(int unread) {}
