package org.gazouillis.web.publish;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.CalendarReader;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.publish.PostSheet;
import org.gazouillis.publish.Queue;
import org.gazouillis.publish.QueuePlace;
import org.gazouillis.publish.QueueQuery;
import org.gazouillis.publish.QueueSlice;
import org.gazouillis.schedule.QueueSlots;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.LocalFormat;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.shell.Shell;
import org.jspecify.annotations.Nullable;

/// `/publish/queue?brand=&tab=&q=&account=&campaign=&from=&post=`: what goes out next by day, drafts, and what is past;
// what went wrong stands on top.
@Named
@RequestScoped
public class QueuePage {
    private static final int MOST = 100;
    private static final Set<PostState> UNPLANNED =
            EnumSet.of(PostState.DRAFT, PostState.IN_REVIEW, PostState.APPROVED);
    private static final Set<PostState> WRONG = EnumSet.of(PostState.FAILED, PostState.MISSED, PostState.HELD);
    private static final Set<PostState> PAST = EnumSet.of(PostState.PUBLISHED, PostState.CANCELLED);
    private static final Set<PostState> COMING = EnumSet.of(PostState.SCHEDULED, PostState.CLAIMED);
    private static final Set<String> TABS = Set.of("upcoming", "drafts", "past");
    private static final Set<String> TOLD = Set.of("SCHEDULED", "PUBLISHED", "DRAFT", "HELD", "OUT");

    @Inject
    private Shell shell;

    @Inject
    private Queue queue;

    @Inject
    private QueueSlots slots;

    @Inject
    private CalendarReader reader;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private VisibleBrand brand;

    private String tab = "upcoming";
    private List<QueueRow> wrong = List.of();
    private List<QueueDay> days = List.of();
    private List<VisibleBrand.Account> paused = List.of();
    private String done = "";
    private QueueFilter filter = QueueFilter.NONE;
    private QueueSlice slice = QueueSlice.NONE;

    /// The view action.
    public void read() {
        brand = shell.brandOrFirst();
        tab = tabOf(request.getParameter("tab"));
        filter = QueueFilter.of(request::getParameter, brand, reader.choices(List.of(brand.id())));
        wrong = rows(
                filter.isOn()
                        ? queue.matching(brand.id(), filter.query(WRONG, true), Optional.empty(), MOST)
                                .posts()
                        : queue.needingSomebody(brand.id(), MOST));
        Set<AccountId> stopped = slots.paused(brand.id());
        paused = brand.accounts().stream()
                .filter(each -> stopped.contains(each.id()))
                .toList();
        slice = read(filter.query(states(), !isUpcoming()));
        List<QueueLine> lines = lines(slice.posts());
        days = byDay(isUpcoming() && !filter.isOn() && slice.from().isEmpty() ? withFree(lines) : lines);
        String told = request.getParameter("done");
        done = told != null && TOLD.contains(told) ? told : "";
    }

    /// From a place in the address on, or where the post stands that was just planned.
    private QueueSlice read(QueueQuery query) {
        Optional<QueuePlace> from = QueuePlace.parse(request.getParameter("from"));
        Optional<PostId> news =
                QueuePlace.parse("_" + request.getParameter("post")).map(QueuePlace::post);
        return from.isEmpty() && news.isPresent()
                ? queue.around(brand.id(), query, news.get(), MOST)
                : queue.matching(brand.id(), query, from, MOST);
    }

    private boolean isUpcoming() {
        return tab.equals("upcoming");
    }

    private Set<PostState> states() {
        return isUpcoming() ? COMING : tab.equals("drafts") ? UNPLANNED : PAST;
    }

    private static String tabOf(@Nullable String wanted) {
        return wanted != null && TABS.contains(wanted) ? wanted : "upcoming";
    }

    private List<QueueRow> rows(List<PostSheet> sheets) {
        Messages messages = shell.texts();
        return sheets.stream()
                .map(each -> QueueRow.of(each, brand.zone(), messages))
                .toList();
    }

    private List<QueueLine> lines(List<PostSheet> sheets) {
        return rows(sheets).stream().map(QueueLine::of).toList();
    }

    /// The free times of the next two weeks stand between the posts of the first page.
    private List<QueueLine> withFree(List<QueueLine> posts) {
        Map<AccountId, String> handles = brand.accounts().stream()
                .collect(Collectors.toMap(VisibleBrand.Account::id, VisibleBrand.Account::handle));
        Instant end = slice.next().map(QueuePlace::due).orElse(Instant.MAX);
        Stream<QueueLine> free = slots.free(brand.id(), 2).stream()
                .limit(MOST)
                .filter(each -> each.due().at().isBefore(end))
                .map(each -> QueueLine.of(
                        each, handles.getOrDefault(each.slot().account(), ""), brand.zone(), shell.texts()));
        return Stream.concat(posts.stream(), free)
                .sorted(Comparator.comparing(line -> line.at().orElse(Instant.MAX)))
                .toList();
    }

    private List<QueueDay> byDay(List<QueueLine> lines) {
        Map<LocalDate, List<QueueLine>> byDay = new LinkedHashMap<>();
        lines.forEach(line ->
                byDay.computeIfAbsent(line.day(), _ -> new ArrayList<>()).add(line));
        LocalDate today = LocalDate.now(clock.withZone(brand.zone()));
        return byDay.entrySet().stream()
                .map(each -> new QueueDay(title(each.getKey(), today), each.getValue()))
                .toList();
    }

    /// Drafts have no day.
    private String title(LocalDate day, LocalDate today) {
        if (day.equals(LocalDate.EPOCH)) {
            return shell.texts().text("queue.drafts");
        }
        String date =
                LocalFormat.date(FormatStyle.FULL).withLocale(shell.getLocale()).format(day);
        return day.equals(today) ? shell.texts().text("queue.today", date) : date;
    }

    public VisibleBrand getBrand() {
        return brand;
    }

    public String getTab() {
        return tab;
    }

    public List<QueueRow> getWrong() {
        return wrong;
    }

    public QueueFilter getFilter() {
        return filter;
    }

    public List<QueueDay> getDays() {
        return days;
    }

    /// The address of the next page; empty on the last.
    public String getFurther() {
        return slice.next()
                .map(place -> start() + "&from=" + URLEncoder.encode(place.toString(), StandardCharsets.UTF_8))
                .orElse("");
    }

    /// The address of the first page; empty on it.
    public String getFirst() {
        return slice.from().isEmpty() ? "" : start();
    }

    private String start() {
        return "/publish/queue?brand=" + brand.handle() + "&tab=" + tab + filter.address();
    }

    /// Accounts whose queue is paused.
    public List<VisibleBrand.Account> getPaused() {
        return paused;
    }

    public String getZone() {
        return brand.zone().getDisplayName(TextStyle.FULL, shell.getLocale());
    }

    /// What was just done, to be told once; empty when nothing was.
    public String getDone() {
        return done.isEmpty() ? "" : shell.texts().text("queue.done." + done.toLowerCase(java.util.Locale.ROOT));
    }

    public boolean isMayPublish() {
        return shell.may(brand.id(), "PUBLISH");
    }
}
