package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.gazouillis.publish.AccountBook;
import org.gazouillis.publish.OutsideGate;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/publish/accounts?brand=`: where a brand publishes, how each account is, and how to connect another.
@Named
@RequestScoped
public class AccountsPage {
    @Inject
    private Shell shell;

    @Inject
    private AccountBook book;

    @Inject
    private OutsideGate gate;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<AccountRow> rows = List.of();

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        rows = book.of(brand.id()).stream()
                .map(each -> AccountRow.of(each, brand.zone(), shell.texts(), clock))
                .toList();
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<AccountRow> getRows() {
        return rows;
    }

    /// Where accounts are connected.
    public String getTarget() {
        return "/api/desk/v1/brands/" + brand.id() + "/accounts";
    }

    public boolean isMayConnect() {
        return shell.may(brand.id(), "ADMINISTER");
    }

    /// Whether nothing goes outside, because a key is missing.
    public boolean isClosed() {
        return !gate.trouble().isEmpty();
    }
}
