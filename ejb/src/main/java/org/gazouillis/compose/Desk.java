package org.gazouillis.compose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.DraftId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.network.TextLimits;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What the composer must know of a brand: its zone and language, its accounts, its campaigns, what it said lately.
/// Every question asks for the member's workspace and the brand.
final class Desk {
    private final Handle handle;
    private final MemberScope member;
    private final BrandId brand;
    private @Nullable List<Account> known;

    Desk(Handle handle, MemberScope member, BrandId brand) {
        this.handle = handle;
        this.member = member;
        this.brand = brand;
    }

    /// The one clock of every node: the database's, at the start of this transaction.
    Instant now() {
        return handle.createQuery("select now()").mapTo(Instant.class).one();
    }

    Place place() {
        return handle.createQuery(
                        "select zone, locale, handle, name from brand where workspace_id = :workspace and id = :brand")
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(Place.class))
                .one();
    }

    /// The wished accounts, or the brand's own on the built-in timeline when none is wished.
    ///
    /// @throws AccountNotFound when one is not the brand's, or the brand has none
    /// @throws NetworkNotServed when one is outside and not connected any more
    List<AccountId> accounts(List<AccountId> wished) {
        List<Account> known = known();
        List<AccountId> chosen = wished.isEmpty()
                ? known.stream().filter(Account::isBuiltIn).map(Account::id).toList()
                : wished.stream().map(id -> served(known, id)).toList();
        if (chosen.isEmpty()) {
            throw AccountNotFound.none();
        }
        return chosen;
    }

    /// How long texts may be on the brand's accounts.
    AccountLimits limits() {
        return new AccountLimits(
                known().stream().collect(Collectors.toMap(Account::id, account -> TextLimits.of(account.network()))));
    }

    /// How many of these are on the built-in timeline.
    int builtIn(List<AccountId> accounts) {
        return (int) known().stream()
                .filter(account -> account.isBuiltIn() && accounts.contains(account.id()))
                .count();
    }

    Flashes flashes() {
        return new Flashes(
                handle,
                member,
                brand,
                known().stream().filter(Account::isBuiltIn).map(Account::id).toList());
    }

    Leads leads(List<String> urls, OwnAddress own, Instant at) {
        return Leads.of(handle, member.workspace(), own, urls, at);
    }

    AccessEnds accessEnds() {
        return new AccessEnds(handle.createQuery("""
                        select a.id, a.handle, x.expires_at from account_access x
                        join social_account a on a.workspace_id = x.workspace_id and a.id = x.account_id
                        where x.workspace_id = :workspace and x.brand_id = :brand and x.expires_at is not null
                        order by a.id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(AccessEnds.End.class))
                .list());
    }

    QuietCalendar quiet() {
        return QuietPeriods.of(handle, member, brand);
    }

    void requireCampaign(@Nullable CampaignId campaign) {
        if (campaign != null) {
            BrandCampaigns.require(handle, member, brand, campaign);
        }
    }

    /// What the brand's own names in braces stand for.
    Map<String, String> variables() {
        return handle
                .createQuery("""
                        select name, text from snippet
                        where workspace_id = :workspace and brand_id = :brand and kind = 'VARIABLE'
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(Value.class))
                .stream()
                .collect(Collectors.toMap(Value::name, Value::text));
    }

    Variables variables(Plan plan, String lang) {
        return place().variables(variables(), plan, now(), lang);
    }

    /// A draft that has become a post is none any more.
    void forget(@Nullable DraftId draft) {
        if (draft != null) {
            Drafts.discard(handle, member, draft);
        }
    }

    /// @param writer null for the post's author, who wrote the first
    void keepWording(PostId post, @Nullable MemberId writer) {
        Revisions.keep(handle, member, post, writer, now());
    }

    Supplements supplements() {
        return new Supplements(handle, member, brand);
    }

    BrandPolicy policy() {
        return Policies.read(handle, member, brand);
    }

    Neighbours neighbours(List<AccountId> accounts, Instant at, @Nullable PostId except) {
        return Neighbours.of(handle, member, brand, accounts, at, place().zone(), except);
    }

    /// Words that belong to another of the member's brands. What both brands call their own is nobody's mistake, and
    /// of brands that the member does not see nothing is told.
    List<Check> foreignWords(String text, BrandPolicy own) {
        Place here = place();
        return handle
                .createQuery("""
                        select b.handle, b.name, coalesce(p.vocabulary, '{}') as vocabulary from brand b
                        left join brand_policy p on p.workspace_id = b.workspace_id and p.brand_id = b.id
                        where b.workspace_id = :workspace and b.id <> :brand and b.id = any (:visible)
                        order by b.id limit 500
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind(
                        "visible",
                        member.roles().keySet().stream().map(BrandId::value).toArray(Long[]::new))
                .map(Sql.row(OtherBrand.class))
                .list()
                .stream()
                .flatMap(other -> other.foundIn(text, own, here))
                .toList();
    }

    /// Read once: a desk lives no longer than a transaction.
    private List<Account> known() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    private List<Account> read() {
        return handle.createQuery("""
                        select id, network, handle, state from social_account
                        where workspace_id = :workspace and brand_id = :brand order by id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(Account.class))
                .list();
    }

    private static AccountId served(List<Account> known, AccountId wished) {
        Account account = known.stream()
                .filter(each -> each.id().equals(wished))
                .findFirst()
                .orElseThrow(() -> new AccountNotFound(wished));
        if (!account.isServed()) {
            throw new NetworkNotServed(account.network(), account.handle());
        }
        return account.id();
    }

    record Place(ZoneId zone, String locale, String handle, String name) {
        /// With the day on which the post goes out.
        Variables variables(Map<String, String> own, Plan plan, Instant now, String lang) {
            Instant at = plan instanceof Plan.At(DueTime due) ? due.at() : now;
            return Variables.of(this, own, LocalDate.ofInstant(at, zone), lang);
        }
    }

    private record Value(String name, String text) {}

    private record OtherBrand(String handle, String name, List<String> vocabulary) {
        Stream<Check> foundIn(String text, BrandPolicy own, Place here) {
            List<String> words = new ArrayList<>(vocabulary);
            words.add("@" + handle);
            words.removeAll(own.vocabulary());
            return new WordList(words)
                    .in(text).stream()
                            .map(found -> Check.warning(
                                            Check.Code.WRONG_BRAND,
                                            "“" + found.word() + "” is a word of " + name + " (@" + handle
                                                    + "), and this post is for @" + here.handle()
                                                    + ". Change the word, or the brand.",
                                            found.word(),
                                            name,
                                            here.handle())
                                    .at(found.start(), found.end()));
        }
    }

    private record Account(AccountId id, String network, String handle, String state) {
        boolean isBuiltIn() {
            return network.equals("gazouillis");
        }

        /// A paused account is served: what is planned for it waits until somebody has mended it.
        boolean isServed() {
            return state.equals("ACTIVE") || state.equals("PAUSED");
        }
    }
}
