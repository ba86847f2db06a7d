package org.gazouillis.web.compose;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.Details;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.DraftId;
import org.gazouillis.kernel.MediaId;
import org.jspecify.annotations.Nullable;

/// What a request says of a post beside its text.
record DetailsJson(
        @Nullable Collection<String> confirmed,
        @Nullable List<String> media,
        @Nullable List<String> parts,
        @Nullable Map<String, String> variants) {
    Details details(@Nullable DraftId draft) {
        return new Details(
                Confirmed.of(confirmed),
                draft,
                media == null ? null : media.stream().map(MediaId::parse).toList(),
                parts,
                accounts());
    }

    private @Nullable Map<AccountId, String> accounts() {
        if (variants == null) {
            return null;
        }
        Map<AccountId, String> texts = new LinkedHashMap<>();
        variants.forEach((account, text) -> texts.put(AccountId.parse(account), text));
        return texts;
    }
}
