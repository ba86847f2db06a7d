package org.gazouillis.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.NoticeId;
import org.gazouillis.kernel.PublicAddress;
import org.gazouillis.kernel.Tick;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Sends the letters that are due, one to each member with all that is due for them. The SMTP server is spoken to
/// outside any transaction, under a lease; what it does not take is tried again, each time later, for about a day.
@ApplicationScoped
public class MailRound implements Tick {
    private static final int MOST_ATTEMPTS = 10;
    private static final int LETTERS = 200;
    private static final Logger LOG = Logger.getLogger(MailRound.class);

    private Jdbi db;
    private MailRoom room;
    private PublicAddress address;

    @Inject
    public MailRound(@WorkerDb Jdbi db, MailRoom room, PublicAddress address) {
        this.db = db;
        this.room = room;
        this.address = address;
    }

    @SuppressWarnings("NullAway.Init")
    MailRound() {}

    @Override
    public String name() {
        return "notice-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        if (room.isOpen()) {
            due().forEach(this::send);
        }
    }

    private List<MemberId> due() {
        return db.withHandle(handle -> handle.createQuery("""
                        select distinct member_id from notice_mail
                        where sent_at is null and given_up_at is null and next_attempt_at <= now() limit :most
                        """)
                .bind("most", LETTERS)
                .mapTo(MemberId.class)
                .list());
    }

    private void send(MemberId member) {
        List<Line> lines = lease(member);
        if (lines.isEmpty()) {
            return;
        }
        try {
            room.send(Letter.of(recipient(member), lines, address));
            settle(member, lines, null);
        } catch (MessagingException refused) {
            LOG.warnf("The mail to member %s was not taken: %s", member, refused.getMessage());
            settle(member, lines, String.valueOf(refused.getMessage()));
        }
    }

    private List<Line> lease(MemberId member) {
        return db.inTransaction(
                handle -> handle.createQuery("""
                        with leased as (
                          update notice_mail set attempts = attempts + 1,
                                 next_attempt_at = now() + least(power(2, attempts) * 60, 21600) * interval '1 second'
                          where member_id = :member and sent_at is null and given_up_at is null
                            and next_attempt_at <= now()
                          returning workspace_id, notice_id)
                        select n.id, n.kind, n.brand_id, b.handle as brand, n.posts, n.opened_at, n.topic, n.label,
                               coalesce(b.zone, 'UTC') as zone
                        from leased l join notice n on n.workspace_id = l.workspace_id and n.id = l.notice_id
                        left join brand b on b.workspace_id = n.workspace_id and b.id = n.brand_id
                        order by n.id
                        """).bind("member", member).map(Sql.row(Row.class)).list().stream()
                        .map(Row::line)
                        .toList());
    }

    private Letter.Recipient recipient(MemberId member) {
        return db.withHandle(handle -> handle.createQuery("select name, email, locale from member where id = :member")
                .bind("member", member)
                .map(Sql.row(Letter.Recipient.class))
                .one());
    }

    private void settle(MemberId member, List<Line> lines, @Nullable String error) {
        db.useHandle(handle -> handle.createUpdate("""
                        update notice_mail set last_error = left(:error, 500),
                          sent_at = case when cast(:error as text) is null then now() end,
                          given_up_at = case when cast(:error as text) is not null and attempts >= :most then now() end
                        where member_id = :member and notice_id = any (:notices)
                        """)
                .bind("error", error)
                .bind("most", MOST_ATTEMPTS)
                .bind("member", member)
                .bind(
                        "notices",
                        lines.stream().map(line -> line.notice().id().value()).toArray(Long[]::new))
                .execute());
    }

    /// One notice in a letter, in the zone of its brand.
    record Line(Notice notice, String zone) {
        int posts() {
            return notice.posts();
        }
    }

    private record Row(
            NoticeId id,
            NoticeKind kind,
            @Nullable BrandId brandId,
            @Nullable String brand,
            int posts,
            Instant openedAt,
            @Nullable Long topic,
            @Nullable String label,
            String zone) {
        Line line() {
            return new Line(new Notice(id, kind, brandId, brand, posts, openedAt, false, topic, label), zone);
        }
    }
}
