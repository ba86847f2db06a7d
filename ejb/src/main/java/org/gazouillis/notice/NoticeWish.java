package org.gazouillis.notice;

/// Whether a member hears of a kind on the page and by mail.
public record NoticeWish(NoticeKind kind, boolean page, boolean mail) {}
