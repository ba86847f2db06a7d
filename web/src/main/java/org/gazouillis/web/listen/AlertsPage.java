package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.List;
import org.gazouillis.kernel.AlertId;
import org.gazouillis.kernel.Slice;
import org.gazouillis.kernel.StatusId;
import org.gazouillis.listen.Alert;
import org.gazouillis.listen.AlertSight;
import org.gazouillis.listen.Alerts;
import org.gazouillis.listen.QuietHours;
import org.gazouillis.listen.Spike;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.shell.Shell;

/// `/listen/alerts?alert=&before=`: the member's alerts, how each tells them, and the history of the one in the
/// address.
@Named
@RequestScoped
public class AlertsPage {
    private static final int PAGE = 40;

    @Inject
    private Alerts alerts;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<Row> rows = List.of();
    private List<Row> chosen = List.of();
    private List<FoundCard> posts = List.of();
    private List<SpikeRow> spikes = List.of();
    private String older = "";

    /// One alert.
    ///
    /// @param seen what it has seen, in words
    /// @param volume whether it waits for unusual hours, not for each post
    public record Row(
            String id,
            String search,
            String name,
            String query,
            String seen,
            boolean volume,
            boolean muted,
            String digest,
            String quietFrom,
            String quietTo,
            String zone,
            double strength,
            int least) {}

    /// An unusual hour, with what is usual.
    public record SpikeRow(String at, String when, String posts, String usual, String threshold) {}

    /// The view action.
    public void read() {
        rows = alerts.mine().stream().map(this::row).toList();
        String alert = Wish.orEmpty(request.getParameter("alert"));
        if (!alert.isEmpty()) {
            show(alerts.one(AlertId.parse(alert)));
        }
    }

    private void show(Alert alert) {
        chosen = List.of(row(alert));
        ZoneId zone = alert.wish().zone();
        if (alert.kind() == Alert.Kind.VOLUME) {
            spikes = alerts.spikes(alert.id()).stream()
                    .map(each -> row(each, zone))
                    .toList();
            return;
        }
        String before = Wish.orEmpty(request.getParameter("before"));
        Slice<AlertSight> sights = alerts.history(
                alert.id(),
                before.isEmpty() ? Long.MAX_VALUE : StatusId.parse(before).value(),
                PAGE);
        posts = sights.items().stream()
                .map(sight -> FoundCard.of(sight.status(), shell.getLocale(), zone))
                .toList();
        String next = sights.next();
        older = next == null ? "" : "/listen/alerts?alert=" + alert.id() + "&before=" + next;
    }

    private Row row(Alert alert) {
        QuietHours quiet = alert.wish().quiet();
        Instant last = alert.lastSeenAt();
        String seen = last == null
                ? shell.texts().text("alerts.seen.none")
                : shell.texts()
                        .text(
                                alert.kind() == Alert.Kind.MATCH ? "alerts.seen" : "alerts.seen.hours",
                                alert.seen(),
                                time(last, alert.wish().zone()));
        return new Row(
                alert.id().toString(),
                alert.search().toString(),
                alert.name(),
                alert.query(),
                seen,
                alert.kind() == Alert.Kind.VOLUME,
                alert.wish().muted(),
                alert.wish().digest().name(),
                quiet == null ? "" : quiet.from().toString(),
                quiet == null ? "" : quiet.to().toString(),
                alert.wish().zone().getId(),
                alert.wish().strength(),
                alert.wish().least());
    }

    private SpikeRow row(Spike spike, ZoneId zone) {
        NumberFormat number = NumberFormat.getNumberInstance(shell.getLocale());
        number.setMaximumFractionDigits(1);
        return new SpikeRow(
                spike.hour().toString(),
                time(spike.hour(), zone),
                number.format(spike.posts()),
                number.format(spike.baseline()) + " ± " + number.format(spike.spread()),
                number.format(spike.threshold()));
    }

    private String time(Instant at, ZoneId zone) {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(shell.getLocale())
                .format(at.atZone(zone));
    }

    public List<Row> getRows() {
        return rows;
    }

    /// The alert whose history is shown; empty when the address names none.
    public List<Row> getChosen() {
        return chosen;
    }

    public List<FoundCard> getPosts() {
        return posts;
    }

    public List<SpikeRow> getSpikes() {
        return spikes;
    }

    /// Address of the older posts; empty when there are none.
    public String getOlder() {
        return older;
    }
}
