package org.gazouillis.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gazouillis.notice.MailRoom;
import org.gazouillis.notice.NoticeHook;
import org.gazouillis.notice.NoticeHooks;
import org.gazouillis.notice.NoticeWishes;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/notice/settings?brand=`: what the member hears of, on the page, by mail and by webhook.
@Named
@RequestScoped
public class NoticeSettingsPage {
    @Inject
    private Shell shell;

    @Inject
    private NoticeWishes wishes;

    @Inject
    private MailRoom mail;

    @Inject
    private NoticeHooks hooks;

    private List<Row> rows = List.of();
    private @Nullable NoticeHook hook;

    /// One kind and its ways.
    public record Row(String kind, String label, boolean page, boolean mail, boolean hook) {}

    /// One call of the webhook, in the reader's language.
    public record CallRow(String label, String outcome, String error) {}

    /// The view action.
    public void read() {
        VisibleBrand brand = shell.getBrand();
        hook = hooks.mine().orElse(null);
        rows = wishes.of(brand == null ? null : brand.id()).stream()
                .map(each -> new Row(
                        each.kind().name(),
                        shell.texts().text("notice.kind." + each.kind().name().toLowerCase(Locale.ROOT)),
                        each.page(),
                        each.mail(),
                        each.hook()))
                .toList();
    }

    public List<Row> getRows() {
        return rows;
    }

    /// Whether this server can send mails at all.
    public boolean isMailOpen() {
        return mail.isOpen();
    }

    /// Empty when the member has no webhook.
    public String getEndpoint() {
        return hook == null ? "" : hook.endpoint();
    }

    public boolean isPaused() {
        return hook != null && hook.paused();
    }

    public List<CallRow> getCalls() {
        return hook == null ? List.of() : hook.calls().stream().map(this::row).toList();
    }

    private CallRow row(NoticeHook.Call call) {
        String outcome = call.sentAt() != null ? "sent" : call.givenUpAt() != null ? "given-up" : "waits";
        return new CallRow(
                shell.texts().text("notice.kind." + call.kind().name().toLowerCase(Locale.ROOT)),
                shell.texts().text("notice.hook." + outcome, call.attempts()),
                Objects.requireNonNullElse(call.error(), ""));
    }

    public String getScope() {
        VisibleBrand brand = shell.getBrand();
        return brand == null ? shell.texts().text("shell.brand.all") : "@" + brand.handle();
    }
}
