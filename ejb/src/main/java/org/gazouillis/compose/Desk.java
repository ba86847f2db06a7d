package org.gazouillis.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
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
        return handle.createQuery("select zone, locale from brand where workspace_id = :workspace and id = :brand")
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
        List<Account> known = handle.createQuery("""
                        select id, network, handle, state from social_account
                        where workspace_id = :workspace and brand_id = :brand order by id
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .map(Sql.row(Account.class))
                .list();
        List<AccountId> chosen = wished.isEmpty()
                ? known.stream().filter(Account::isBuiltIn).map(Account::id).toList()
                : wished.stream().map(id -> served(known, id)).toList();
        if (chosen.isEmpty()) {
            throw AccountNotFound.none();
        }
        return chosen;
    }

    QuietCalendar quiet() {
        return QuietPeriods.of(handle, member, brand);
    }

    void requireCampaign(@Nullable CampaignId campaign) {
        if (campaign != null) {
            BrandCampaigns.require(handle, member, brand, campaign);
        }
    }

    /// Whether the brand says the same on one of these accounts less than a day before or after that time.
    boolean saysTheSame(String text, List<AccountId> accounts, Instant at, @Nullable Long except) {
        return handle.createQuery("""
                        select exists (select from post
                          where workspace_id = :workspace and brand_id = :brand and text = :text
                            and account_ids && :accounts and id <> :except
                            and state in ('SCHEDULED', 'CLAIMED', 'PUBLISHED')
                            and due_at > :at::timestamptz - interval '24 hours'
                            and due_at < :at::timestamptz + interval '24 hours')
                        """)
                .bind("workspace", member.workspace())
                .bind("brand", brand)
                .bind("text", text)
                .bind("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .bind("except", except == null ? Long.valueOf(0) : except)
                .bind("at", at)
                .mapTo(Boolean.class)
                .one();
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

    record Place(ZoneId zone, String locale) {}

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
