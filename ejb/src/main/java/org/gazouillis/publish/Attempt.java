package org.gazouillis.publish;

import java.time.Instant;
import org.gazouillis.kernel.PublicationId;
import org.jspecify.annotations.Nullable;

/// One try: to send, to look up, or a person's word.
///
/// @param kind `SEND`, `LOOK` or `PERSON`
/// @param outcome `CONFIRMED`, `REJECTED`, `LATER`, `UNKNOWN`, `ABSENT`, `UNCLEAR`, `DOUBLED`, `LOST`, `NOT_BEGUN`,
///     `IMAGE`; null while it lasts
/// @param detail the network's answer, as a sentence
/// @param hash SHA-256 of the text that went out, in hex
/// @param part which part of a thread it was about
/// @param nextAt when it was to be tried again
/// @param member who decided, for a person's word
public record Attempt(
        PublicationId publication,
        String kind,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable String detail,
        @Nullable String hash,
        @Nullable String remoteId,
        @Nullable Instant nextAt,
        int part,
        @Nullable String member) {}
