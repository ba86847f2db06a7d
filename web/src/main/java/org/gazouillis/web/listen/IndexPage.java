package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gazouillis.listen.IndexCare;
import org.gazouillis.listen.IndexDesk;
import org.gazouillis.listen.IndexLook;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/settings/search-index`: how this node's search index stands, for members who administer a brand.
@Named
@RequestScoped
public class IndexPage {
    private static final double MEGABYTE = 1_000_000;

    @Inject
    private IndexDesk desk;

    @Inject
    private Shell shell;

    private List<Row> rows = List.of();
    private List<String> troubles = List.of();
    private List<Work> works = List.of();

    /// A figure and what it is.
    public record Row(String label, String value) {}

    /// Something that is at work, and how far it has come.
    public record Work(String what, long done, long total) {}

    /// The view action.
    public void read() {
        IndexDesk.Sight sight = desk.look();
        rows = sight.look().map(look -> rows(look, sight)).orElse(List.of());
        troubles = sight.look().map(this::troubles).orElseGet(() -> List.of(text("index.closed")));
        works = works(sight);
    }

    private List<Row> rows(IndexLook look, IndexDesk.Sight sight) {
        IndexLook.Disk disk = look.disk();
        return List.of(
                row("posts", text("index.number", look.documents())),
                row("size", text("index.size.value", look.bytes() / MEGABYTE)),
                row("segments", text("index.segments.value", disk.segments(), disk.merging())),
                row("deleted", text("index.deleted.value", share(look), disk.deleted())),
                row("commit", disk.committedAt() == null ? text("index.never") : time(disk.committedAt())),
                row("sequence", sequence(look.feeding())),
                row("layout", text("index.number", disk.layout())),
                row("check", sight.checked().map(this::check).orElseGet(() -> text("index.not-since-start"))),
                row("rebuilt", orNever(look.feeding().rebuiltAt())));
    }

    private Row row(String key, String value) {
        return new Row(text("index." + key), value);
    }

    private static double share(IndexLook look) {
        long all = look.documents() + look.disk().deleted();
        return all == 0 ? 0 : (double) look.disk().deleted() / all;
    }

    private String sequence(IndexLook.Feeding feeding) {
        String reached =
                text("index.sequence.value", Long.toString(feeding.committed()), Long.toString(feeding.database()));
        Instant since = feeding.waitingSince();
        return reached + " "
                + (since == null ? text("index.waiting.none") : text("index.waiting", feeding.waiting(), time(since)));
    }

    private String check(IndexCare.Checked checked) {
        IndexCare.Check check = checked.check();
        return text("index.check.value", time(checked.at()), check.missing(), check.database());
    }

    private String orNever(@Nullable Instant at) {
        return at == null ? text("index.not-since-start") : time(at);
    }

    private List<String> troubles(IndexLook look) {
        List<String> all = new ArrayList<>();
        Instant behind = look.feeding().behindSince();
        if (behind != null) {
            all.add(text("index.behind", time(behind), look.feeding().trouble()));
        }
        if (!look.note().isEmpty()) {
            all.add(text("index.note", look.note()));
        }
        return all;
    }

    private List<Work> works(IndexDesk.Sight sight) {
        List<Work> all = new ArrayList<>();
        Optional<IndexLook> look = sight.look();
        look.filter(IndexLook::partial).ifPresent(part -> all.add(work("index.building", part.done(), part.total())));
        look.filter(each -> each.feeding().rebuilding() && !each.partial())
                .ifPresent(soon -> all.add(work("index.building.soon", 0, soon.documents())));
        sight.checking().ifPresent(check -> all.add(work("index.checking", check.done(), check.total())));
        return all;
    }

    private Work work(String key, long done, long total) {
        return new Work(text(key, done, total), done, Math.max(1, total));
    }

    private String time(Instant at) {
        return LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(shell.getLocale())
                .withZone(shell.getZone())
                .format(at);
    }

    private String text(String key, Object... arguments) {
        return shell.texts().text(key, arguments);
    }

    /// "times: UTC"; the offset's own name is `Z`.
    public String getZone() {
        return text(
                "index.times",
                shell.getZone().equals(ZoneOffset.UTC)
                        ? "UTC"
                        : shell.getZone().getDisplayName(TextStyle.FULL, shell.getLocale()));
    }

    public List<Row> getRows() {
        return rows;
    }

    /// What is wrong; empty when nothing is.
    public List<String> getTroubles() {
        return troubles;
    }

    /// What is at work; empty when nothing is.
    public List<Work> getWorks() {
        return works;
    }
}
