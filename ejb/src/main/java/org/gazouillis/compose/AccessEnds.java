package org.gazouillis.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.gazouillis.kernel.AccountId;

/// When the accesses of a brand's accounts end by themselves, as far as anybody knows.
record AccessEnds(List<End> ends) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    AccessEnds {
        ends = List.copyOf(ends);
    }

    /// The accounts that a post of that time would find closed.
    List<Check> remarks(Collection<AccountId> accounts, Instant at, ZoneId zone) {
        return ends.stream()
                .filter(end -> accounts.contains(end.id()) && !at.isBefore(end.expiresAt()))
                .map(end -> remark(end, TIME.format(end.expiresAt().atZone(zone))))
                .toList();
    }

    private static Check remark(End end, String when) {
        return Check.warning(
                Check.Code.ACCESS_ENDS,
                "The access to @" + end.handle() + " ends " + when + ", before the post is due. Give the account a new"
                        + " token, or choose an earlier time.",
                end.handle(),
                when);
    }

    record End(AccountId id, String handle, Instant expiresAt) {}
}
