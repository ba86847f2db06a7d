package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.listen.MatchingStatuses;
import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.listen.SearchTooBroad;
import org.gazouillis.rollup.Totals;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permission;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Transactions;
import org.gazouillis.tenancy.VisibleBrand;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Parts the figures of brands by any one or two of their dimensions, from the rolled-up rows.
@ApplicationScoped
public class Pivots {
    private Jdbi db;
    private Permissions permissions;
    private MatchingStatuses matching;
    private Transactions transactions;

    @Inject
    public Pivots(@AppDb Jdbi db, Permissions permissions, MatchingStatuses matching, Transactions transactions) {
        this.db = db;
        this.permissions = permissions;
        this.matching = matching;
        this.transactions = transactions;
    }

    @SuppressWarnings("NullAway.Init")
    Pivots() {}

    /// Posts are found before the transaction in which the rows are read.
    ///
    /// @throws BrandNotFound when the member does not see one of the brands
    /// @throws PermissionDenied when the member may not analyse one of them
    /// @throws PivotTooWide when it would read or show too much
    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchTooBroad when finding the posts takes too long
    public Pivot read(PivotQuestion question) {
        WorkspaceId workspace = permissions.requireScope("read").workspace();
        question.slices().forEach(slice -> permissions.require(slice.brand().id(), Permission.ANALYSE));
        Map<BrandId, MatchingStatuses.Found> found = found(question);
        return transactions.in(() -> db.withHandle(handle -> read(handle, workspace, question, found)));
    }

    private static Pivot read(
            Handle handle, WorkspaceId workspace, PivotQuestion question, Map<BrandId, MatchingStatuses.Found> found) {
        Instant asOf = Freshness.of(handle);
        PivotGroups groups = new PivotGroups();
        PivotBudget budget = new PivotBudget();
        for (PivotQuestion.Slice slice : question.slices()) {
            Set<Long> ids = ids(found.get(slice.brand().id()));
            new PivotReading(asked(handle, workspace, slice, question), question, groups, budget, ids).read(asOf);
        }
        boolean complete = found.values().stream().allMatch(MatchingStatuses.Found::whole);
        return answer(handle, workspace, new PivotTable(question, groups), question, asOf, complete);
    }

    /// Of each brand what the query finds, whatever its periods are; nothing for an empty query.
    private Map<BrandId, MatchingStatuses.Found> found(PivotQuestion question) {
        Map<BrandId, MatchingStatuses.Found> found = new HashMap<>();
        if (!question.query().isEmpty()) {
            question.slices()
                    .forEach(slice ->
                            found.computeIfAbsent(slice.brand().id(), _ -> find(question.query(), slice.brand())));
        }
        return found;
    }

    private MatchingStatuses.Found find(String query, VisibleBrand brand) {
        MatchingStatuses.Found found = matching.of(query, brand.handle(), PivotBudget.MOST_FOUND);
        if (found.more()) {
            throw new PivotTooWide(
                    PivotTooWide.Cause.FOUND,
                    "The query finds more than " + PivotBudget.MOST_FOUND + " posts of " + brand.name()
                            + ". Narrow it, with since: and until: for example.");
        }
        return found;
    }

    private static @Nullable Set<Long> ids(MatchingStatuses.@Nullable Found found) {
        return found == null ? null : found.ids();
    }

    private static Asked asked(
            Handle handle, WorkspaceId workspace, PivotQuestion.Slice slice, PivotQuestion question) {
        var brand = slice.brand().id();
        PerformanceQuery query =
                new PerformanceQuery(brand, slice.period(), Step.DAY, Subject.of(brand), question.window());
        return new Asked(handle, workspace, query, brand.value());
    }

    private static Pivot answer(
            Handle handle,
            WorkspaceId workspace,
            PivotTable table,
            PivotQuestion question,
            Instant asOf,
            boolean complete) {
        List<Pivot.Head> columns = heads(handle, workspace, question.columns(), table.columns());
        List<Pivot.Line> lines = new ArrayList<>();
        for (Pivot.Head head : heads(handle, workspace, question.rows(), table.rows())) {
            List<Totals> cells = columns.stream()
                    .map(column -> table.cell(head.key(), column.key()))
                    .toList();
            lines.add(new Pivot.Line(head, cells, table.ofRow(head.key())));
        }
        if (question.order().by() == null && !question.rows().isTime()) {
            lines.sort(byName(question.order().falling()));
        }
        boolean known = question.slices().stream()
                .anyMatch(slice -> slice.period().range().from().isBefore(asOf));
        Map<Axis, Pivot.Head> within = new EnumMap<>(Axis.class);
        question.within()
                .forEach((axis, key) -> within.put(
                        axis, heads(handle, workspace, axis, List.of(key)).getFirst()));
        return new Pivot(
                question,
                within,
                columns,
                lines,
                table.otherRows(),
                table.otherColumns(),
                columns.stream().map(column -> table.ofColumn(column.key())).toList(),
                known ? table.whole() : null,
                asOf,
                complete);
    }

    /// The others stay at the end.
    private static Comparator<Pivot.Line> byName(boolean falling) {
        Comparator<String> letters = Comparator.naturalOrder();
        Comparator<Pivot.Line> names = Comparator.comparing(
                line -> Objects.requireNonNullElse(
                                line.head().name(), line.head().key())
                        .toLowerCase(Locale.ROOT),
                falling ? letters.reversed() : letters);
        return Comparator.comparing((Pivot.Line line) -> line.head().key().equals(Axis.OTHERS))
                .thenComparing(names);
    }

    private static List<Pivot.Head> heads(
            Handle handle, WorkspaceId workspace, @Nullable Axis axis, List<String> keys) {
        if (axis == null) {
            return List.of();
        }
        Map<String, String> names = PivotNames.of(handle, workspace, axis, keys);
        return keys.stream().map(key -> new Pivot.Head(key, names.get(key))).toList();
    }
}
