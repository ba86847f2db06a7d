package org.gazouillis.web.dashboard;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import org.gazouillis.dashboard.Coverage;
import org.gazouillis.dashboard.FlashReceipt;
import org.gazouillis.dashboard.Unanswered;
import org.jspecify.annotations.Nullable;

/// Whom a flash reached.
///
/// @param id           of the status that it is
/// @param account      handle of the account that said it
/// @param watchedUntil views and openings are counted up to then
/// @param followers    among the followers to whom it was delivered
/// @param lists        among those who stand on each list of the account now
@JsonbNillable
public record FlashReceiptJson(
        String id,
        String brand,
        String account,
        Instant publishedAt,
        Instant watchedUntil,
        Instant asOf,
        CoverageJson followers,
        List<CoveredListJson> lists) {
    static FlashReceiptJson of(FlashReceipt receipt) {
        return new FlashReceiptJson(
                receipt.status().toString(),
                receipt.brand().handle(),
                receipt.account(),
                receipt.publishedAt(),
                receipt.publishedAt().plus(FlashReceipt.WATCHED),
                receipt.asOf(),
                CoverageJson.of(receipt.all(), receipt.unanswered(), receipt.named()),
                receipt.lists().stream()
                        .map(list -> new CoveredListJson(
                                list.list().toString(),
                                list.title(),
                                CoverageJson.of(list.coverage(), list.unanswered(), receipt.named())))
                        .toList());
    }

    public record CoveredListJson(String list, String title, CoverageJson coverage) {}

    /// @param people       how many they are
    /// @param delivered    of them, who followed the account when it was published, even if not any more
    /// @param saw          of them, who had a counted view of it; null when the views of that month are
    ///     deleted
    /// @param opened       of them, who opened its page, an image, a hashtag or its author's profile; null likewise
    /// @param acknowledged of them, who say that they have read it
    /// @param unanswered   who does not; null for who does not administer the brand
    @JsonbNillable
    public record CoverageJson(
            long people,
            long delivered,
            @Nullable Long saw,
            @Nullable Long opened,
            long acknowledged,
            @Nullable UnansweredJson unanswered) {
        static CoverageJson of(Coverage of, Unanswered unanswered, boolean named) {
            return new CoverageJson(
                    of.people(),
                    of.delivered(),
                    of.saw(),
                    of.opened(),
                    of.acknowledged(),
                    named ? UnansweredJson.of(unanswered) : null);
        }
    }

    /// @param named the first hundred by handle
    /// @param more  how many there are beside them
    @JsonbNillable
    public record UnansweredJson(List<PersonJson> named, long more) {
        static UnansweredJson of(Unanswered unanswered) {
            return new UnansweredJson(
                    unanswered.named().stream()
                            .map(each ->
                                    new PersonJson(each.id().toString(), each.handle(), each.name(), each.delivered()))
                            .toList(),
                    unanswered.more());
        }
    }

    /// @param delivered whether they followed the account when it was published
    public record PersonJson(String id, String handle, String name, boolean delivered) {}
}
