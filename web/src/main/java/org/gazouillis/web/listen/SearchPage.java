package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gazouillis.listen.FoundColumn;
import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.listen.SearchAnswer;
import org.gazouillis.listen.SearchCursorForeign;
import org.gazouillis.listen.SearchExamples;
import org.gazouillis.listen.SearchOrder;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.listen.SearchTooBroad;
import org.gazouillis.listen.StatusSearch;
import org.gazouillis.report.ExportJobs;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/listen/search?q=&brand=&sort=&cursor=`: one query bar, its answer page by page, or what is wrong with the query.
@Named
@RequestScoped
public class SearchPage {
    private static final int PAGE = 20;

    @Inject
    private StatusSearch search;

    @Inject
    private SearchExamples queries;

    @Inject
    private Shell shell;

    private String query = "";
    private SearchOrder order = SearchOrder.NEWEST;
    private boolean asked;
    private List<String> examples = List.of();
    private List<FoundCard> found = List.of();
    private @Nullable SearchAnswer answer;
    private @Nullable MarkedQuery fault;
    private String trouble = "";

    /// The view action: reads the address and asks.
    public void read() {
        Map<String, String> address =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        query = within(
                Wish.orEmpty(address.get("q")), Wish.orEmpty(address.get("from")), Wish.orEmpty(address.get("to")));
        order = SearchOrder.of(Wish.orEmpty(address.get("sort")));
        asked = !query.isEmpty();
        if (asked) {
            ask(Wish.orNull(address.get("brand")), Wish.orNull(address.get("cursor")));
        }
        if (found.isEmpty()) {
            examples = queries.all();
        }
    }

    /// Days chosen beside the query become part of it.
    private static String within(String query, String from, String to) {
        if (from.isEmpty() && to.isEmpty()) {
            return query;
        }
        QueryPieces pieces = QueryPieces.of(query).timeless();
        String begun = from.isEmpty() ? pieces.toString() : pieces.with("since:" + from);
        return to.isEmpty() ? begun : QueryPieces.of(begun).with("until:" + to);
    }

    private void ask(@Nullable String brand, @Nullable String cursor) {
        try {
            SearchAnswer given = search.search(new SearchQuestion(query, brand, order, PAGE, cursor));
            answer = given;
            found = FoundCard.grouped(given, shell.getLocale(), shell.getZone());
        } catch (QueryNotUnderstood notUnderstood) {
            fault = MarkedQuery.of(query, notUnderstood, texts());
        } catch (SearchCursorForeign foreign) {
            trouble = texts().text("search.cursor");
        } catch (SearchTooBroad tooBroad) {
            trouble = texts().text("search.broad");
        }
    }

    /// "1,284 posts · 0.004 s · times: UTC".
    public String getSummary() {
        if (answer == null) {
            return "";
        }
        String key = answer.totalIsExact() ? "search.total" : "search.total.at-least";
        // The offset's own name is `Z`.
        String zone = shell.getZone().equals(ZoneOffset.UTC)
                ? "UTC"
                : shell.getZone().getDisplayName(TextStyle.FULL, shell.getLocale());
        return texts().text(key, answer.total(), answer.tookMillis() / 1_000, zone);
    }

    /// What to tell while the index is being built; empty when it is whole.
    public String getPartial() {
        SearchAnswer.Partial partial = answer == null ? null : answer.partial();
        if (partial == null) {
            return "";
        }
        return partial.total() == 0
                ? texts().text("search.partial.beginning")
                : texts().text("search.partial", partial.done(), partial.total());
    }

    /// What to tell while the index cannot be brought up to date; empty when it can.
    public String getBehind() {
        Instant since = answer == null ? null : answer.behindSince();
        return since == null
                ? ""
                : texts().text(
                                "search.behind",
                                LocalFormat.dateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                        .withLocale(shell.getLocale())
                                        .withZone(shell.getZone())
                                        .format(since));
    }

    /// Address of the following page; empty on the last.
    public String getMore() {
        String next = answer == null ? null : answer.next();
        return next == null ? "" : address(query, order) + "&cursor=" + encoded(next);
    }

    public String getByNewest() {
        return address(query, SearchOrder.NEWEST);
    }

    public String getByRelevance() {
        return address(query, SearchOrder.RELEVANCE);
    }

    public String getByEngagement() {
        return address(query, SearchOrder.ENGAGED);
    }

    /// Address that asks this query.
    public String asking(String wanted) {
        return address(wanted, SearchOrder.NEWEST);
    }

    /// Address that asks this query in the present order.
    String keepingOrder(String wanted) {
        return address(wanted, order);
    }

    /// Address that says why the search finds this post and why it stands where it does.
    public String why(String id) {
        return address("why", query, order) + "&id=" + id;
    }

    private String address(String wanted, SearchOrder by) {
        return address("search", wanted, by);
    }

    private String address(String page, String wanted, SearchOrder by) {
        String brand = shell.getBrand() == null
                ? ""
                : "&brand=" + encoded(shell.getBrand().handle());
        return "/listen/" + page + "?q=" + encoded(wanted) + brand + "&sort=" + by.word();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Messages texts() {
        return shell.texts();
    }

    public String getQuery() {
        return query;
    }

    public String getOrder() {
        return order.word();
    }

    public boolean isAsked() {
        return asked;
    }

    /// Nothing matches a query that was understood.
    public boolean isEmptyHanded() {
        return answer != null && answer.items().isEmpty();
    }

    public List<FoundCard> getFound() {
        return found;
    }

    /// Whether the member may take the answer away as a file: of the brand asked about, or of all that they see.
    public boolean isExportable() {
        VisibleBrand brand = shell.getBrand();
        List<VisibleBrand> asked = brand == null ? shell.getBrands() : List.of(brand);
        return asked.stream().allMatch(each -> shell.may(each.id(), "EXPORT"));
    }

    /// Whether so much was found that a file is better left to the background.
    public boolean isLong() {
        return answer != null && (!answer.totalIsExact() || answer.total() > ExportJobs.MANY_ROWS);
    }

    /// Keys of the columns that a file of the search can have.
    public List<String> getColumns() {
        return Arrays.stream(FoundColumn.values()).map(FoundColumn::key).toList();
    }

    public List<String> getExamples() {
        return examples;
    }

    /// Null when the query was understood.
    public @Nullable MarkedQuery getFault() {
        return fault;
    }

    /// Why a good query could not be answered; empty when it was.
    public String getTrouble() {
        return trouble;
    }
}
