package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.index.Highlighter;
import org.gazouillis.index.Hit;
import org.gazouillis.index.IndexState;
import org.gazouillis.index.SearchPage;
import org.gazouillis.index.SearchRequest;
import org.gazouillis.index.Selection;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.Transactions;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Answers searches: everybody's public statuses, and a member's imported ones of the brands they may see.
///
/// The index gives ids only. Texts, names and live counts come from the database behind the member's row scope, so
/// what was removed a moment ago, or belongs to somebody else, falls out here whatever the index says. The
/// index is asked between two short transactions, not within one.
@ApplicationScoped
public class StatusSearch {
    private static final String FOUND = """
            select s.id, s.text, s.lang, p.id as author, p.handle, p.name, s.created_at, false as date_only,
                   coalesce(c.likes, 0) as likes, coalesce(c.reposts, 0) as reposts, coalesce(c.replies, 0) as replies,
                   coalesce(c.quotes, 0) as quotes,
                   'gazouillis' as source, null as permalink, '' as highlight
            from status s
            join profile p on p.id = s.profile_id
            left join status_count c on c.status_id = s.id
            where s.id = any (:ids) and s.removed_at is null and s.repost_of is null
            union all
            select i.id, i.text, coalesce(i.lang, ''), null, coalesce(i.author, ''), b.name, i.created_at, i.date_only,
                   i.likes, i.reposts, i.replies, i.quotes, i.source, i.permalink, ''
            from imported_status i
            join brand b on b.workspace_id = i.workspace_id and b.id = i.brand_id
            where i.workspace_id = :workspace and i.brand_id = any (:brands) and i.id = any (:ids)
            """;

    private final StatusIndexer indexer;
    private final Jdbi db;
    private final CurrentMember current;
    private final Asker asker;
    private final Transactions transactions;

    @Inject
    public StatusSearch(
            StatusIndexer indexer, @AppDb Jdbi db, CurrentMember current, Asker asker, Transactions transactions) {
        this.indexer = indexer;
        this.db = db;
        this.current = current;
        this.asker = asker;
        this.transactions = transactions;
    }

    StatusSearch() {
        this(new StatusIndexer(), Jdbi.create("jdbc:none"), new CurrentMember(), new Asker(), new Transactions());
    }

    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchCursorForeign when the cursor does not fit
    /// @throws SearchTooBroad when the search would take too long
    /// @throws BrandNotFound when the brand does not exist or is not visible
    public SearchAnswer search(SearchQuestion question) {
        long begun = System.nanoTime();
        SearchRequest request = request(question);
        Optional<Page> found = indexer.ask(index -> new Page(index.search(request), index.state()));
        if (found.isEmpty()) {
            return SearchAnswer.nothingYet(indexer.behindSince().orElse(null));
        }
        SearchPage page = found.get().page;
        List<Long> ids = page.hits().stream().map(Hit::id).toList();
        List<FoundStatus> items = read(ids, question.query());
        return answer(page, items, found.get().state, begun);
    }

    /// How many statuses it finds, counted exactly.
    ///
    /// @throws SearchNotWhole while there is no whole index
    long total(SearchQuestion question) {
        Asker.Eyes eyes = asker.about(question.brand(), question.query());
        Selection selection = new Selection(question.query(), eyes.scope(), eyes.standpoint());
        return indexer.ask(index -> Optional.of(index.total(selection))
                        .filter(total -> !index.state().partial()))
                .flatMap(total -> total)
                .orElseThrow(SearchNotWhole::new);
    }

    private record Page(SearchPage page, IndexState state) {}

    private SearchRequest request(SearchQuestion question) {
        Asker.Eyes eyes = asker.about(question.brand(), question.query());
        return new SearchRequest(
                question.query(),
                eyes.scope(),
                question.order().sort(),
                question.limit(),
                question.cursor(),
                eyes.standpoint());
    }

    /// These statuses as the asking member may see them, in this order; what is gone or not theirs is left out.
    public List<FoundStatus> read(List<Long> ids, String query) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Highlighter highlighter = Highlighter.of(query);
        Map<Long, FoundStatus> found = transactions.in(() -> load(ids));
        return ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(status -> status.highlighted(highlighter.highlight(status.text())))
                .toList();
    }

    private Map<Long, FoundStatus> load(List<Long> ids) {
        Optional<MemberScope> member = current.scope();
        return db.withHandle(handle -> handle.createQuery(FOUND)
                .bind("ids", ids.toArray(Long[]::new))
                .bind(
                        "workspace",
                        member.map(scope -> scope.workspace().value()).orElse(0L))
                .bind(
                        "brands",
                        member.map(StatusSearch::brandIds).orElse(Set.of()).toArray(Long[]::new))
                .map(Sql.row(FoundStatus.class))
                .collect(Collectors.toMap(FoundStatus::id, Function.identity())));
    }

    private static Set<Long> brandIds(MemberScope member) {
        return member.roles().keySet().stream().map(TypedId::value).collect(Collectors.toSet());
    }

    private SearchAnswer answer(SearchPage page, List<FoundStatus> items, IndexState state, long begun) {
        long micros = Duration.ofNanos(System.nanoTime() - begun).toNanos() / 1_000;
        return new SearchAnswer(
                items,
                Alike.among(items),
                page.total(),
                page.totalIsExact(),
                page.next(),
                micros / 1_000.0,
                partial(state),
                indexer.behindSince().orElse(null));
    }

    private static SearchAnswer.@Nullable Partial partial(IndexState state) {
        return state.partial() ? new SearchAnswer.Partial(state.done(), state.total()) : null;
    }
}
