package org.gazouillis.web.notice;

import java.time.Instant;
import java.util.List;
import org.gazouillis.notice.NoticeHook;
import org.jspecify.annotations.Nullable;

/// Where a member has notices sent.
///
/// @param endpoint null when there is no address
/// @param paused after a day of failures; a test that works lets it go on
/// @param calls the last ones, the newest first
/// @param secret the key to check signatures with, shown once, when the address is set
public record HookJson(
        @Nullable String endpoint,
        boolean paused,
        @Nullable Instant lastSuccessAt,
        List<CallJson> calls,
        @Nullable String secret) {
    /// No address.
    static final HookJson NONE = new HookJson(null, false, null, List.of(), null);

    static HookJson of(NoticeHook hook) {
        return of(hook, null);
    }

    static HookJson of(NoticeHook.Fresh fresh) {
        return of(fresh.hook(), fresh.key());
    }

    private static HookJson of(NoticeHook hook, @Nullable String secret) {
        return new HookJson(
                hook.endpoint(),
                hook.paused(),
                hook.lastSuccessAt(),
                hook.calls().stream().map(CallJson::of).toList(),
                secret);
    }

    /// One notice on its way there.
    ///
    /// @param error what the last try brought, when it brought no success
    public record CallJson(
            String notice,
            String kind,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Nullable Instant givenUpAt,
            @Nullable String error) {
        static CallJson of(NoticeHook.Call call) {
            return new CallJson(
                    call.notice().toString(),
                    call.kind().name(),
                    call.attempts(),
                    call.nextAttemptAt(),
                    call.sentAt(),
                    call.givenUpAt(),
                    call.error());
        }
    }
}
