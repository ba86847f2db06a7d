package org.gazouillis.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MediaId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.network.PollTerms;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads and writes what posts have beside their text, and makes it of what somebody wishes.
final class Supplements {
    private final Handle handle;
    private final MemberScope member;
    private final BrandId brand;

    Supplements(Handle handle, MemberScope member, BrandId brand) {
        this.handle = handle;
        this.member = member;
        this.brand = brand;
    }

    Supplement of(PostId post) {
        return handle.createQuery("""
                        select attachments::text as attachments, parts::text as parts, variants::text as variants, lang,
                          trial::text as trial, poll::text as poll, flash
                        from post where workspace_id = :workspace and id = :post
                        """)
                .bind("workspace", member.workspace())
                .bind("post", post)
                .map(Sql.row(Row.class))
                .one()
                .supplement();
    }

    /// The wish in the place of what there is; what it does not speak of stays, without accounts that are left out.
    ///
    /// @throws MediaNotFound when an image is not the brand's
    Supplement wished(Details wish, Supplement present, List<AccountId> accounts, String lang) {
        Map<AccountId, Wording> variants =
                new LinkedHashMap<>(wish.variants() == null ? present.variants() : worded(wish.variants(), lang));
        variants.keySet().retainAll(accounts);
        List<Wording> parts = wish.parts() == null
                ? present.parts()
                : wish.parts().stream()
                        .map(text -> Wording.of(text, lang))
                        .filter(part -> !part.text().isEmpty())
                        .toList();
        return new Supplement(
                wish.media() == null ? present.attachments() : attachments(wish.media(), lang),
                parts,
                variants,
                wish.trial() == null ? present.trial() : Trial.of(wish.trial(), lang),
                wish.poll() == null ? present.poll() : asked(wish.poll()),
                wish.flash() == null ? present.flash() : wish.flash());
    }

    private static @Nullable PollTerms asked(PollTerms wish) {
        return wish.options().isEmpty() ? null : wish;
    }

    void write(PostId post, Supplement supplement) {
        handle.createUpdate("""
                        update post set attachments = :attachments::jsonb, parts = :parts::jsonb, variants = :variants::jsonb,
                          trial = :trial::jsonb, poll = :poll::jsonb, flash = :flash
                        where workspace_id = :workspace and id = :post
                          and (attachments, parts, variants, trial, poll, flash) is distinct from
                              (:attachments::jsonb, :parts::jsonb, :variants::jsonb, :trial::jsonb, :poll::jsonb, :flash)
                        """)
                .bind("attachments", supplement.attachmentsJson())
                .bind("parts", supplement.partsJson())
                .bind("variants", supplement.variantsJson())
                .bind("trial", supplement.trialJson())
                .bind("poll", supplement.pollJson())
                .bind("flash", supplement.flash())
                .bind("workspace", member.workspace())
                .bind("post", post)
                .execute();
    }

    private static Map<AccountId, Wording> worded(Map<AccountId, String> texts, String lang) {
        Map<AccountId, Wording> worded = new LinkedHashMap<>();
        texts.forEach((account, text) -> {
            Wording wording = Wording.of(text, lang);
            if (!wording.text().isEmpty()) {
                worded.put(account, wording);
            }
        });
        return worded;
    }

    private List<Attachment> attachments(List<MediaId> wished, String lang) {
        Map<MediaId, Media> known = wished.isEmpty()
                ? Map.of()
                : handle
                        .createQuery("""
                        select id, brand_id, hash, type, width, height, bytes, name, alt_en, alt_fr, created_at from media
                        where workspace_id = :workspace and brand_id = :brand and id = any (:ids)
                        """)
                        .bind("workspace", member.workspace())
                        .bind("brand", brand)
                        .bind("ids", wished.stream().map(MediaId::value).toArray(Long[]::new))
                        .map(Sql.row(Media.class))
                        .stream()
                        .collect(Collectors.toMap(Media::id, Function.identity()));
        List<Attachment> attachments = new ArrayList<>();
        for (MediaId id : wished) {
            if (!known.containsKey(id)) {
                throw new MediaNotFound(id.toString());
            }
            attachments.add(Attachment.of(Objects.requireNonNull(known.get(id)), lang));
        }
        return attachments;
    }

    private record Row(
            @Nullable String attachments,
            @Nullable String parts,
            @Nullable String variants,
            String lang,
            @Nullable String trial,
            @Nullable String poll,
            boolean flash) {
        Supplement supplement() {
            return Supplement.parse(attachments, parts, variants, lang)
                    .trying(Trial.parse(trial, lang))
                    .asking(PollTerms.parse(poll))
                    .flashing(flash);
        }
    }
}
