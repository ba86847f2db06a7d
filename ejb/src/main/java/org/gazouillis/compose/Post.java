package org.gazouillis.compose;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.PostId;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a brand intends to say, on which of its accounts, and when. The row is the schedule: the publisher takes a
/// `SCHEDULED` post as soon as the database's clock reaches `dueAt`, by SQL, without this class; it counts the
/// version up, so that a change made here at the same moment is refused.
///
/// `revision` counts what readers would see differently: text, supplement and accounts. The supplement's columns are
/// [Supplements]' to read and write. `contentHash` names exactly that.
@Entity
@Table(name = "post")
@DynamicInsert
@DynamicUpdate
@SuppressWarnings("UnusedVariable") // Hibernate reads every field
public class Post {
    @Id
    private long id;

    @TenantId
    private @Nullable Long workspaceId;

    @Column(updatable = false)
    private long brandId;

    private @Nullable Long campaignId;

    @Column(updatable = false)
    private long authorId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> accountIds;

    private String text;
    private String lang;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> hashtags;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> mentions;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> urls;

    @Enumerated(EnumType.STRING)
    private PostState state;

    private @Nullable Instant dueAt;
    private @Nullable LocalDateTime localAt;
    private @Nullable String zone;

    @Enumerated(EnumType.STRING)
    private GapRule gapRule = GapRule.EARLIER_OFFSET;

    private int revision = 1;
    private byte[] contentHash;
    private @Nullable String failure;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Post() {}

    private Post(
            PostId id,
            BrandId brand,
            MemberId author,
            Wording wording,
            Supplement supplement,
            List<AccountId> accounts,
            Instant now) {
        this.id = id.value();
        brandId = brand.value();
        authorId = author.value();
        state = PostState.DRAFT;
        text = wording.text();
        lang = wording.lang();
        hashtags = wording.hashtags();
        mentions = wording.mentions();
        urls = wording.urls();
        accountIds = accounts.stream().map(AccountId::value).toList();
        contentHash = wording.hashOn(accounts, supplement);
        createdAt = now;
        updatedAt = now;
    }

    /// A new draft.
    public static Post draft(
            PostId id,
            BrandId brand,
            MemberId author,
            Wording wording,
            Supplement supplement,
            List<AccountId> accounts,
            Instant now) {
        return new Post(id, brand, author, wording, supplement, accounts, now);
    }

    /// Says it differently or elsewhere; counts a revision when readers would see a difference.
    ///
    /// @throws PostNotEditable when it is out or being taken
    public void reword(Wording wording, Supplement supplement, List<AccountId> accounts, Instant now) {
        requireEditable();
        byte[] hash = wording.hashOn(accounts, supplement);
        if (!Arrays.equals(hash, contentHash)) {
            revision++;
            contentHash = hash;
        }
        text = wording.text();
        lang = wording.lang();
        hashtags = wording.hashtags();
        mentions = wording.mentions();
        urls = wording.urls();
        accountIds = accounts.stream().map(AccountId::value).toList();
        updatedAt = now;
    }

    /// Plans it, or moves it to another time.
    ///
    /// @throws PostNotEditable when it is out or being taken
    public void scheduleAt(DueTime due, Instant now) {
        become(PostState.SCHEDULED, now);
        dueAt = due.at();
        localAt = due.local();
        zone = due.zone().getId();
        gapRule = due.rule();
    }

    /// Takes it out of the schedule and back to the desk.
    ///
    /// @throws PostNotEditable when it is out or being taken
    public void unschedule(Instant now) {
        if (state != PostState.DRAFT) {
            become(PostState.DRAFT, now);
        }
        dueAt = null;
        localAt = null;
    }

    /// It will not go out. Its time stays readable, so that the cancellation can be undone.
    ///
    /// @throws PostNotEditable when it is out, being taken, or cancelled already
    public void cancel(Instant now) {
        become(PostState.CANCELLED, now);
    }

    /// Puts it under a campaign, or under none.
    ///
    /// @throws PostNotEditable when it is out or being taken
    public void file(@Nullable CampaignId campaign, Instant now) {
        requireEditable();
        campaignId = campaign == null ? null : campaign.value();
        updatedAt = now;
    }

    public PostId id() {
        return new PostId(id);
    }

    public BrandId brand() {
        return new BrandId(brandId);
    }

    public PostState state() {
        return state;
    }

    public int revision() {
        return revision;
    }

    /// Counted up by every change, whoever makes it.
    public int version() {
        return version;
    }

    public Wording wording() {
        return new Wording(text, lang, hashtags, mentions, urls);
    }

    public List<AccountId> accounts() {
        return accountIds.stream().map(AccountId::new).toList();
    }

    /// Null while it has no time.
    public @Nullable DueTime due() {
        return dueAt == null || localAt == null || zone == null
                ? null
                : new DueTime(dueAt, localAt, ZoneId.of(zone), gapRule);
    }

    /// Exactly this text, with exactly this supplement, on exactly these accounts, as 32 bytes.
    public byte[] contentHash() {
        return contentHash.clone();
    }

    private void become(PostState next, Instant now) {
        if (!state.canBecome(next)) {
            throw new PostNotEditable(id(), state, next);
        }
        state = next;
        failure = null;
        updatedAt = now;
    }

    private void requireEditable() {
        if (!state.isEditable()) {
            throw new PostNotEditable(id(), state, state);
        }
    }
}
