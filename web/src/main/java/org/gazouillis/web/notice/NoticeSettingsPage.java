package org.gazouillis.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.gazouillis.notice.MailRoom;
import org.gazouillis.notice.NoticeWishes;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/notice/settings?brand=`: what the member hears of, on the page and by mail.
@Named
@RequestScoped
public class NoticeSettingsPage {
    @Inject
    private Shell shell;

    @Inject
    private NoticeWishes wishes;

    @Inject
    private MailRoom mail;

    private List<Row> rows = List.of();

    /// One kind and its ways.
    public record Row(String kind, String label, boolean page, boolean mail) {}

    /// The view action.
    public void read() {
        VisibleBrand brand = shell.getBrand();
        rows = wishes.of(brand == null ? null : brand.id()).stream()
                .map(each -> new Row(
                        each.kind().name(),
                        shell.texts().text("notice.kind." + each.kind().name().toLowerCase(Locale.ROOT)),
                        each.page(),
                        each.mail()))
                .toList();
    }

    public List<Row> getRows() {
        return rows;
    }

    /// Whether this server can send mails at all.
    public boolean isMailOpen() {
        return mail.isOpen();
    }

    public String getScope() {
        VisibleBrand brand = shell.getBrand();
        return brand == null ? shell.texts().text("shell.brand.all") : "@" + brand.handle();
    }
}
