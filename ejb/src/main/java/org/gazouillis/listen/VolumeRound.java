package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gazouillis.index.Selection;
import org.gazouillis.kernel.Tick;
import org.gazouillis.outbox.Outbox;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Looks every minute whether a watched search finds unusually many posts in the hour that runs, and in the one
/// before, whose last posts may have come after the last look. An hour only grows, so it is told of as soon as it is
/// unusual, and once.
///
/// While the index is being built nobody is told anything: counts would be wrong.
@ApplicationScoped
public class VolumeRound implements Tick {
    private static final Logger LOG = Logger.getLogger(VolumeRound.class);

    private Jdbi db;
    private Volumes volumes;
    private Clock clock;

    @Inject
    VolumeRound(@WorkerDb Jdbi db, Volumes volumes, Clock clock) {
        this.db = db;
        this.volumes = volumes;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway.Init")
    VolumeRound() {}

    @Override
    public String name() {
        return "listen-volume";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (volumes.isWhole()) {
            db.withHandle(handle -> WatchRow.all(handle, Alert.Kind.VOLUME)).forEach(this::look);
        }
    }

    /// One that cannot be counted is named in the log and leaves the others alone.
    private void look(WatchRow row) {
        try {
            List<Spike> spikes = spikes(row);
            if (!spikes.isEmpty()) {
                db.useTransaction(handle -> spikes.forEach(spike -> keep(handle, row, spike)));
            }
        } catch (QueryNotUnderstood | SearchTooBroad notCounted) {
            LOG.warnf("Alert %s cannot be counted: %s", row.id(), notCounted.getMessage());
        }
    }

    private List<Spike> spikes(WatchRow row) {
        ZoneId zone = ZoneId.of(row.zone());
        Instant now = clock.instant();
        Instant first = HourSeries.hourOf(now, zone).minusHours(1).toInstant();
        WatchRow.Question asked = row.question();
        return volumes.series(new Selection(asked.query(), asked.scope(), asked.standpoint(now)), zone, first, now)
                .map(series -> series.spikes(first, now, row.wish()))
                .orElse(List.of());
    }

    private void keep(Handle handle, WatchRow row, Spike spike) {
        int fresh = handle.createUpdate("""
                        insert into alert_spike (workspace_id, alert_id, hour, posts, baseline, spread, threshold, found_at)
                        select workspace_id, id, cast(:hour as timestamptz), :posts, :baseline, :spread, :threshold, now() from alert
                        where workspace_id = :workspace and id = :alert and removed_at is null and created_at < :end
                        on conflict do nothing
                        """)
                .bind("workspace", row.workspaceId())
                .bind("alert", row.id())
                .bind("hour", spike.hour())
                .bind("end", spike.hour().plus(Duration.ofHours(1)))
                .bind("posts", spike.posts())
                .bind("baseline", spike.baseline())
                .bind("spread", spike.spread())
                .bind("threshold", spike.threshold())
                .execute();
        if (fresh == 1 && !row.muted()) {
            announce(handle, row, spike);
        }
    }

    private void announce(Handle handle, WatchRow row, Spike spike) {
        String payload = Json.createObjectBuilder()
                .add("watcher", row.memberId().value())
                .add("label", row.name())
                .add("posts", spike.posts())
                .add("closes", row.wish().tellAt(clock.instant()).toString())
                .build()
                .toString();
        Outbox.append(handle, "AlertSpiked", row.workspaceId(), row.id(), payload, clock.instant());
    }
}
