package org.gazouillis.notice;

import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.HookId;
import org.gazouillis.kernel.NoticeId;
import org.jspecify.annotations.Nullable;

/// Where a member has notices sent, how that goes, and the last calls, the newest first. Its key is shown once, by
/// [NoticeHooks#lead], and never again.
///
/// @param paused after a day of failures; a test that works lets it go on
public record NoticeHook(
        HookId id,
        String endpoint,
        boolean paused,
        @Nullable Instant lastSuccessAt,
        List<Call> calls) {
    public NoticeHook {
        calls = List.copyOf(calls);
    }

    /// One notice on its way there.
    ///
    /// @param error what the last try brought, when it brought no success
    public record Call(
            NoticeId notice,
            NoticeKind kind,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Nullable Instant givenUpAt,
            @Nullable String error) {}

    /// A hook that was just made, and the key to check its signatures with.
    public record Fresh(NoticeHook hook, String key) {
        @Override
        public String toString() {
            return "notice hook " + hook.id();
        }
    }
}
