package org.gazouillis.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.gazouillis.kernel.NoticeId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.notice.Notice;
import org.gazouillis.notice.NoticeBoard;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.shell.Shell;

/// `/notice/notices?before=`: what happened, the newest first; unread ones stand out.
@Named
@RequestScoped
public class NoticesPage {
    private static final int PAGE = 40;

    @Inject
    private Shell shell;

    @Inject
    private NoticeBoard board;

    @Inject
    private HttpServletRequest request;

    private List<Row> rows = List.of();
    private String next = "";

    /// One notice in words.
    public record Row(String id, String text, String brand, String when, String at, String page, boolean read) {}

    /// The view action.
    public void read() {
        String before = request.getParameter("before");
        Slice<Notice> slice = board.newest(
                before == null || before.isBlank() ? new NoticeId(Long.MAX_VALUE) : NoticeId.parse(before), PAGE);
        rows = slice.items().stream().map(this::row).toList();
        next = Optional.ofNullable(slice.next()).orElse("");
    }

    private Row row(Notice notice) {
        return new Row(
                notice.id().toString(),
                NoticeWords.of(notice, shell.texts()),
                notice.brand() == null ? "" : "@" + notice.brand(),
                LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(shell.getLocale())
                        .format(notice.openedAt().atZone(zone(notice))),
                notice.openedAt().toString(),
                notice.page(),
                notice.read());
    }

    private ZoneId zone(Notice notice) {
        return shell.getBrands().stream()
                .filter(each -> notice.brandId() == null || each.id().equals(notice.brandId()))
                .findFirst()
                .map(VisibleBrand::zone)
                .orElse(ZoneOffset.UTC);
    }

    public List<Row> getRows() {
        return rows;
    }

    /// Cursor of the older ones; empty when there are none.
    public String getNext() {
        return next;
    }

    public boolean isUnread() {
        return rows.stream().anyMatch(each -> !each.read());
    }
}
