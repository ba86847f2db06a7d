package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.schedule.TimeMove;
import org.gazouillis.schedule.TimeMoves;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/schedule/moves?brand=`: planned posts that changed clocks have moved.
@Named
@RequestScoped
public class MovesPage {
    @Inject
    private Shell shell;

    @Inject
    private TimeMoves moves;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private List<MoveRow> rows = List.of();

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        rows = moves.of(brand.id()).stream().map(this::row).toList();
    }

    private MoveRow row(TimeMove move) {
        return new MoveRow(
                move.post().toString(),
                move.text(),
                move.zone().getId(),
                move.localAt().toString().replace('T', ' '),
                move.oldAt().toString(),
                ClockText.of(move.oldAt(), ZoneOffset.UTC, shell.getLocale()),
                move.newAt().toString(),
                ClockText.of(move.newAt(), ZoneOffset.UTC, shell.getLocale()),
                move.version());
    }

    /// One move in words: the local time that stayed, and both instants in UTC.
    public record MoveRow(
            String post,
            String text,
            String zone,
            String local,
            String oldAt,
            String oldShown,
            String newAt,
            String newShown,
            String version) {}

    public VisibleBrand getBrand() {
        return brand;
    }

    public List<MoveRow> getRows() {
        return rows;
    }
}
