/// Telling people what went wrong or waits for them: in the page, by mail, and at addresses of their own.
///
/// [org.gazouillis.notice.NoticeIntake] hears facts of other rooms by their names alone and gathers those of one kind
/// and brand into one notice. [org.gazouillis.notice.NoticeClosing] closes a notice when its minute is over and
/// addresses the letters, [org.gazouillis.notice.MailRound] sends them, all that is due for a member in one.
/// [org.gazouillis.notice.HookRound] calls members' webhooks, which [org.gazouillis.notice.NoticeHooks] sets.
/// [org.gazouillis.notice.NoticeBoard] is what members read, [org.gazouillis.notice.NoticeWishes] what they wish.
@NullMarked
package org.gazouillis.notice;

import org.jspecify.annotations.NullMarked;
