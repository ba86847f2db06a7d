package org.gazouillis.intake.bulk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gazouillis.intake.BulkRule;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.Sql;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The names that a file may use for a brand's accounts and campaigns. An account of somebody else's is as unknown as
/// one that does not exist.
public final class BrandBook {
    private final ZoneId zone;
    private final List<Account> accounts;
    private final List<Filed> campaigns;

    private BrandBook(ZoneId zone, List<Account> accounts, List<Filed> campaigns) {
        this.zone = zone;
        this.accounts = accounts;
        this.campaigns = campaigns;
    }

    private record Account(AccountId id, String network, String handle) {
        boolean isNamed(@Nullable String wantedNetwork, String wantedHandle) {
            return (wantedNetwork == null || network.equalsIgnoreCase(wantedNetwork))
                    && handle.equalsIgnoreCase(wantedHandle);
        }

        String name() {
            return network + ":" + handle;
        }
    }

    private record Filed(CampaignId id, String name, String slug) {}

    public static BrandBook of(Handle handle, WorkspaceId workspace, BrandId brand) {
        return new BrandBook(
                handle.createQuery("select zone from brand where workspace_id = :workspace and id = :brand")
                        .bind("workspace", workspace)
                        .bind("brand", brand)
                        .mapTo(String.class)
                        .map(ZoneId::of)
                        .one(),
                handle.createQuery("""
                                select id, network, handle from social_account
                                where workspace_id = :workspace and brand_id = :brand order by id
                                """)
                        .bind("workspace", workspace)
                        .bind("brand", brand)
                        .map(Sql.row(Account.class))
                        .list(),
                handle.createQuery("""
                                select id, name, slug from campaign
                                where workspace_id = :workspace and brand_id = :brand order by id desc
                                """)
                        .bind("workspace", workspace)
                        .bind("brand", brand)
                        .map(Sql.row(Filed.class))
                        .list());
    }

    public ZoneId zone() {
        return zone;
    }

    /// @param network of handles that stand alone; null when the row names none
    /// @throws CellRefused when one of the names is no account of the brand, or of several
    List<AccountId> accounts(Cell cell, @Nullable Cell network) {
        var found = new ArrayList<AccountId>();
        for (var name : cell.text().split("[;,|\\s]+")) {
            if (!name.isEmpty()) {
                found.add(account(cell, name, network == null || network.isBlank() ? null : network.text()));
            }
        }
        return found.stream().distinct().toList();
    }

    /// All accounts of the brand on these networks.
    List<AccountId> onNetworks(Cell networks) {
        var found = new ArrayList<AccountId>();
        for (var network : networks.text().split("[;,|\\s]+")) {
            var there = accounts.stream()
                    .filter(account -> account.network().equalsIgnoreCase(network))
                    .map(Account::id)
                    .toList();
            if (there.isEmpty()) {
                throw unknown(networks, network);
            }
            found.addAll(there);
        }
        return found.stream().distinct().toList();
    }

    private AccountId account(Cell cell, String name, @Nullable String network) {
        int colon = name.indexOf(':');
        var handle = name.substring(colon + 1).replaceFirst("^@", "");
        var wanted = colon > 0 ? name.substring(0, colon) : network;
        var found = accounts.stream()
                .filter(account -> account.isNamed(wanted, handle))
                .toList();
        if (found.isEmpty()) {
            throw unknown(cell, name);
        }
        if (found.size() > 1) {
            throw new CellRefused(
                    cell.column(),
                    cell.text(),
                    BulkRule.ACCOUNT_AMBIGUOUS,
                    "'" + name + "' is the handle of several accounts: "
                            + String.join(
                                    ", ", found.stream().map(Account::name).toList()) + ".",
                    name);
        }
        return found.getFirst().id();
    }

    private static CellRefused unknown(Cell cell, String name) {
        return new CellRefused(
                cell.column(), cell.text(), BulkRule.ACCOUNT_UNKNOWN, "The brand has no account '" + name + "'.", name);
    }

    /// By name, short name or id.
    ///
    /// @throws CellRefused when the brand has no such campaign
    CampaignId campaign(Cell cell) {
        var name = cell.text();
        return campaigns.stream()
                .filter(campaign -> campaign.name().equalsIgnoreCase(name)
                        || campaign.slug().equals(name.toLowerCase(Locale.ROOT))
                        || campaign.id().toString().equals(name))
                .map(Filed::id)
                .findFirst()
                .orElseThrow(() -> new CellRefused(
                        cell.column(),
                        name,
                        BulkRule.CAMPAIGN_UNKNOWN,
                        "The brand has no campaign '" + name + "'.",
                        name));
    }

    /// The names of the accounts, for choices.
    public List<String> accountNames() {
        return accounts.stream().map(Account::name).toList();
    }

    /// The names of the campaigns, the newest first.
    public List<String> campaignNames() {
        return campaigns.stream().map(Filed::name).toList();
    }
}
