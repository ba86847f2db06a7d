package org.gazouillis.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gazouillis.compose.Attachment;
import org.gazouillis.compose.PublishedImages;
import org.gazouillis.compose.Supplement;
import org.gazouillis.compose.Wording;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PublicationId;
import org.gazouillis.network.Image;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.WorkerDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads feeds for everybody: public ground, so it asks for no member, and shows confirmed publications only.
/// No transaction of the server's: a reader who also signs in would bring the walled database into it.
@ApplicationScoped
public class Feeds {
    private static final int MOST = 50;

    private Jdbi db;
    private PublishedImages images;

    @Inject
    public Feeds(@WorkerDb Jdbi db, PublishedImages images) {
        this.db = db;
        this.images = images;
    }

    @SuppressWarnings("NullAway.Init")
    Feeds() {}

    /// Empty when there is no such feed, or it is switched off.
    public Optional<Feed> read(AccountId account) {
        return db.withHandle(handle -> handle.createQuery("""
                        select b.name as brand, b.locale as lang, x.endpoint as address
                        from social_account a
                        join brand b on b.workspace_id = a.workspace_id and b.id = a.brand_id
                        join account_access x on x.workspace_id = a.workspace_id and x.account_id = a.id
                        where a.id = :account and a.network = 'rss' and a.state in ('ACTIVE', 'PAUSED')
                        """)
                .bind("account", account)
                .map(Sql.row(Head.class))
                .findOne()
                .map(head -> new Feed(head.brand(), head.lang(), head.address(), entries(handle, account))));
    }

    private List<Feed.Entry> entries(Handle handle, AccountId account) {
        return handle
                .createQuery("""
                        select id, text, lang, published_at, attachments::text as attachments, parts::text as parts
                        from publication
                        where account_id = :account and state = 'CONFIRMED' and remote_id is not null
                        order by published_at desc, id desc limit :most
                        """)
                .bind("account", account)
                .bind("most", MOST)
                .map(Sql.row(Row.class))
                .list()
                .stream()
                .map(this::entry)
                .toList();
    }

    private Feed.Entry entry(Row row) {
        Supplement supplement = Supplement.parse(row.attachments(), row.parts(), null, row.lang());
        return new Feed.Entry(
                row.id(),
                row.text(),
                row.lang(),
                row.publishedAt(),
                supplement.parts().stream().map(Wording::text).toList(),
                supplement.attachments().stream().map(this::image).toList());
    }

    private Image image(Attachment each) {
        return new Image(images.address(each), each.type(), each.width(), each.height(), each.alt(), null);
    }

    private record Row(
            PublicationId id,
            String text,
            String lang,
            Instant publishedAt,
            @Nullable String attachments,
            @Nullable String parts) {}

    private record Head(String brand, String lang, String address) {}
}
