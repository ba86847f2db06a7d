package org.gazouillis.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gazouillis.audit.AuditEntry;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.ReportShareId;
import org.gazouillis.kernel.Tick;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.notice.Handover;
import org.gazouillis.notice.MailRoom;
import org.gazouillis.report.LetterLedger.Waiting;
import org.gazouillis.report.ReportLetter.State;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Sends the mails of runs that are due, one by one, outside any transaction and under a lease (ADR 140). Files that
/// are too large for a mail become a link that stands for 30 days.
@ApplicationScoped
public class LetterRound implements Tick {
    /// Longer than any mail server is waited for.
    private static final Duration LEASE = Duration.ofMinutes(10);
    /// What must be left of the lease when the mail server is spoken to.
    private static final Duration MARGIN = Duration.ofMinutes(7);

    private static final Duration LINK_STANDS = Duration.ofDays(30);
    private static final long LARGEST = 20L * 1024 * 1024;
    private static final int MOST = 200;
    private static final Logger LOG = Logger.getLogger(LetterRound.class);

    private Jdbi db;
    private MailRoom room;
    private PublicAddress address;
    private AuditTrail trail;
    private TimeOrderedIds ids;
    private Clock clock;
    private LetterLedger ledger;
    private long largest = LARGEST;

    @Inject
    public LetterRound(
            @WorkerDb Jdbi db,
            MailRoom room,
            PublicAddress address,
            AuditTrail trail,
            TimeOrderedIds ids,
            Clock clock) {
        this.db = db;
        this.room = room;
        this.address = address;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        ledger = new LetterLedger(db, trail, LEASE);
    }

    @SuppressWarnings("NullAway.Init")
    LetterRound() {}

    /// With another limit for a mail, in bytes as they are mailed.
    LetterRound largest(long bytes) {
        largest = bytes;
        return this;
    }

    @Override
    public String name() {
        return "report-letters";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        ledger.closeWhatIsOver();
        if (!room.isOpen()) {
            return;
        }
        RunMail made = null;
        for (int sent = 0; sent < MOST; sent++) {
            long began = System.nanoTime();
            Optional<Waiting> next = ledger.take();
            if (next.isEmpty()) {
                return;
            }
            Waiting letter = next.get();
            made = mail(letter, made);
            if (made != null && !send(letter, made, began)) {
                return;
            }
        }
    }

    /// The one made before, when it is the same; null when it cannot be made now: then nothing was sent.
    private @Nullable RunMail mail(Waiting letter, @Nullable RunMail before) {
        if (before != null && before.isOf(letter)) {
            return before;
        }
        try {
            ReportRuns.Made kept =
                    db.withHandle(handle -> ReportShelf.kept(handle, letter.workspaceId(), letter.runId()));
            return RunMail.of(
                    kept.run(),
                    FrozenRows.read(kept.data()),
                    MailingRow.files(letter.formats()),
                    letter.brand(),
                    address);
        } catch (IOException | RuntimeException broken) {
            LOG.errorf(broken, "Mail %s could not be written", letter.id());
            ledger.putOff(letter, "The report's files could not be made.");
            return null;
        }
    }

    /// @return whether the mail server would take others
    private boolean send(Waiting letter, RunMail made, long began) {
        ReportShares.Fresh share = made.mailedLength() > largest ? share(letter) : null;
        if (System.nanoTime() - began > LEASE.minus(MARGIN).toNanos()) {
            ledger.putOff(letter, "This node was away for too long to send it safely.");
            return true;
        }
        Handover handed = room.hand(made.to(letter, share));
        switch (handed.end()) {
            case TAKEN -> ledger.settle(letter, State.SENT, "");
            case UNKNOWN -> ledger.settle(letter, State.UNKNOWN, handed.why());
            case REFUSED -> ledger.settle(letter, State.FAILED, handed.why());
            case LATER, NO_SERVER -> ledger.putOff(letter, handed.why());
        }
        if (share != null && handed.end() != Handover.End.TAKEN && handed.end() != Handover.End.UNKNOWN) {
            forget(share);
        }
        if (handed.end() != Handover.End.TAKEN) {
            LOG.warnf("Mail %s was not taken (%s): %s", letter.id(), handed.end(), handed.why());
        }
        return handed.end() != Handover.End.NO_SERVER;
    }

    /// One for each try: its secret is known only now.
    private ReportShares.Fresh share(Waiting letter) {
        Instant now = clock.instant();
        var share = new ReportShare(new ReportShareId(ids.next()), letter.runId(), now, now.plus(LINK_STANDS), null);
        return db.inTransaction(handle -> {
            ReportShares.Fresh fresh =
                    ReportShares.insert(handle, letter.workspaceId(), letter.maker(), letter.brandId(), share);
            trail.record(
                    handle,
                    new AuditEntry(letter.workspaceId(), null, letter.brandId(), "report.shared", share.id(), "{}"));
            return fresh;
        });
    }

    /// A link that surely nobody got.
    private void forget(ReportShares.Fresh share) {
        db.useHandle(handle -> handle.createUpdate("update report_share set revoked_at = now() where id = :id")
                .bind("id", share.share().id())
                .execute());
    }
}
