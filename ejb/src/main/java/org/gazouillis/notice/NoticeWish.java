package org.gazouillis.notice;

/// Whether a member hears of a kind on the page, by mail, and at an address of their own where there is one.
public record NoticeWish(NoticeKind kind, boolean page, boolean mail, boolean hook) {
    public NoticeWish(NoticeKind kind, boolean page, boolean mail) {
        this(kind, page, mail, true);
    }
}
