package org.gazouillis.web.compose;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gazouillis.compose.Check;
import org.gazouillis.compose.Supplement;
import org.gazouillis.compose.Wording;
import org.gazouillis.publish.Outlet;
import org.gazouillis.publish.PostSheet;
import org.jspecify.annotations.Nullable;

/// A post.
///
/// @param state `DRAFT`, `SCHEDULED`, `PUBLISHED`, `HELD`, `MISSED`, `FAILED`, `CANCELLED` …
/// @param local the time by the clock on the wall of `zone`
/// @param version counted up by every change; send it back with a change that must not overwrite somebody else's
/// @param failure why it is held, missed or failed
/// @param parts texts that follow as replies
/// @param variants what single accounts say instead of the text
/// @param poll what it asks; null when it asks nothing
/// @param flash whether it is urgent
/// @param remarks what the writer should know, for instance that the local time does not exist
public record PostJson(
        String id,
        String brand,
        String state,
        String text,
        String lang,
        @Nullable String campaign,
        @Nullable Instant dueAt,
        @Nullable String local,
        @Nullable String zone,
        int revision,
        int version,
        @Nullable String failure,
        @Nullable Instant publishedAt,
        Instant createdAt,
        List<PublicationJson> publications,
        List<RemarkJson> remarks,
        List<AttachmentJson> media,
        List<String> parts,
        Map<String, String> variants,
        @Nullable PollWishJson poll,
        boolean flash) {
    static PostJson of(PostSheet sheet) {
        return of(sheet, List.of());
    }

    static PostJson of(PostSheet sheet, List<Check> remarks) {
        PostSheet.Facts facts = sheet.facts();
        Supplement supplement = sheet.supplement();
        Map<String, String> variants = new LinkedHashMap<>();
        supplement.variants().forEach((account, wording) -> variants.put(account.toString(), wording.text()));
        return new PostJson(
                facts.id().toString(),
                facts.brandId().toString(),
                facts.state().name(),
                facts.text(),
                facts.lang(),
                facts.campaignId() == null ? null : facts.campaignId().toString(),
                facts.dueAt(),
                facts.localAt() == null ? null : facts.localAt().toString(),
                facts.zone(),
                facts.revision(),
                facts.version(),
                facts.failure(),
                facts.publishedAt(),
                facts.createdAt(),
                sheet.outlets().stream().map(PublicationJson::of).toList(),
                remarks.stream().map(RemarkJson::of).toList(),
                supplement.attachments().stream().map(AttachmentJson::of).toList(),
                supplement.parts().stream().map(Wording::text).toList(),
                variants,
                PollWishJson.of(supplement.poll()),
                facts.flash());
    }

    /// What became of the post on one account; `statusId` is its name on the timeline, `url` its address outside.
    public record PublicationJson(
            String account,
            String network,
            String handle,
            String state,
            @Nullable String statusId,
            @Nullable Instant publishedAt,
            @Nullable String failure,
            @Nullable String url) {
        static PublicationJson of(Outlet outlet) {
            return new PublicationJson(
                    outlet.account().toString(),
                    outlet.network(),
                    outlet.handle(),
                    outlet.state().name(),
                    outlet.statusId() == null ? null : outlet.statusId().toString(),
                    outlet.publishedAt(),
                    outlet.failure(),
                    outlet.remoteUrl());
        }
    }

    /// A remark: what, where, and how to mend it.
    ///
    /// @param severity `ERROR` forbids, `WARNING` can be confirmed, `NOTE` is worth knowing
    /// @param field `text`, `accounts`, `time`, `media` or `poll`
    /// @param where `part:2` for the second part of a thread, `account:<id>` for the words of one, `trial` for
    ///     the second text of an A/B test, `poll` for an option of the poll, else empty
    /// @param start where in the normalised text it begins, in UTF-16 units; null when the whole field is meant
    public record RemarkJson(
            String severity,
            String code,
            String message,
            String field,
            @Nullable Integer start,
            @Nullable Integer end,
            String where) {
        static RemarkJson of(Check check) {
            return of(check, check.sentence());
        }

        static RemarkJson of(Check check, String words) {
            Check.Spot spot = check.spot();
            return new RemarkJson(
                    check.severity().name(),
                    check.code().name(),
                    words,
                    check.code().field().name().toLowerCase(Locale.ROOT),
                    spot == null ? null : spot.start(),
                    spot == null ? null : spot.end(),
                    check.where());
        }
    }
}
