package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gazouillis.dashboard.CalendarChoices;
import org.gazouillis.dashboard.CalendarGrain;
import org.gazouillis.dashboard.CalendarPost;
import org.gazouillis.dashboard.CalendarQuery;
import org.gazouillis.dashboard.CalendarReader;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.schedule.Almanacs;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.shell.Shell;

/// `/schedule/calendar?view=&date=` and filters, all in the address: the plan of one brand or of all by month, week,
/// day or as a list. Moves go through the API.
@Named
@RequestScoped
public class CalendarPage {
    private static final int IN_MONTH = 4;
    private static final int IN_WEEK = 4;
    private static final int IN_DAY = 60;
    private static final int IN_LIST = 100;

    @Inject
    private Shell shell;

    @Inject
    private CalendarReader reader;

    @Inject
    private Almanacs almanacs;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    private CalendarAddress address;

    @SuppressWarnings("NullAway.Init")
    private LocalDate date;

    private List<VisibleBrand> brands = List.of();
    private ZoneId zone = ZoneOffset.UTC;

    @SuppressWarnings("NullAway.Init")
    private CalendarHead head;

    @SuppressWarnings("NullAway.Init")
    private CalendarFilter filter;

    private List<CalendarDay> days = List.of();
    private String next = "";

    /// The view action.
    public void read() {
        address = CalendarAddress.read(request.getParameterMap());
        brands = wanted();
        zone = isMixed() || brands.isEmpty()
                ? ZoneOffset.UTC
                : brands.getFirst().zone();
        date = address.date() == null ? today() : address.date();
        CalendarChoices choices =
                reader.choices(brands.stream().map(VisibleBrand::id).toList());
        head = CalendarHead.of(address, date, weekStart(), shell.texts());
        filter = CalendarFilter.of(address, date, shell.getBrands(), brands, choices, shell.texts());
        if (address.view() == CalendarView.LIST) {
            readList();
        } else {
            readPeriod();
        }
    }

    private void readPeriod() {
        LocalDate first = address.view().first(date, weekStart());
        LocalDate last = address.view().last(date, weekStart());
        boolean month = address.view() == CalendarView.MONTH;
        int each = month ? IN_MONTH : address.view() == CalendarView.WEEK ? IN_WEEK : IN_DAY;
        List<CalendarPost> posts =
                reader.period(query(), first, last, month ? CalendarGrain.DAY : CalendarGrain.HOUR, each);
        days = board().days(posts, occasions(first, last), first, last);
    }

    private void readList() {
        Cursor cursor = Cursor.of(address.after());
        List<CalendarPost> posts = reader.list(query(), date, cursor.at(), cursor.id(), IN_LIST + 1);
        boolean more = posts.size() > IN_LIST;
        List<CalendarPost> page = more ? posts.subList(0, IN_LIST) : posts;
        next = more ? address.after(CalendarBoard.cursor(page.getLast())).toString() : "";
        days = page.isEmpty()
                ? List.of()
                : board().agenda(
                                page,
                                occasions(
                                        page.getFirst().wall().toLocalDate().minusDays(1),
                                        page.getLast().wall().toLocalDate().plusDays(1)));
    }

    private CalendarOccasions occasions(LocalDate first, LocalDate last) {
        List<BrandId> shown = brands.stream().map(VisibleBrand::id).toList();
        return new CalendarOccasions(almanacs.between(shown, first, last), first, last, zone, shell.getLocale());
    }

    private CalendarBoard board() {
        Map<BrandId, VisibleBrand> byId =
                brands.stream().collect(Collectors.toMap(VisibleBrand::id, Function.identity()));
        String adder = brands.stream()
                .filter(brand -> shell.may(brand.id(), "WRITE"))
                .map(VisibleBrand::handle)
                .findFirst()
                .orElse("");
        return new CalendarBoard(
                address,
                date,
                clock.instant().atZone(zone),
                adder,
                shell.texts(),
                post -> CalendarCard.of(
                        post,
                        java.util.Objects.requireNonNull(byId.get(post.brandId())),
                        shell.may(post.brandId(), "PUBLISH"),
                        shell.texts()));
    }

    private CalendarQuery query() {
        return new CalendarQuery(
                brands.stream().map(VisibleBrand::id).toList(),
                address.wanted(),
                address.named(address.account(), AccountId::new),
                address.named(address.campaign(), CampaignId::new),
                address.named(address.author(), MemberId::new),
                address.words());
    }

    /// @throws BrandNotFound when the address names a brand that the member does not see
    private List<VisibleBrand> wanted() {
        if (!address.brand().isEmpty()) {
            return List.of(shell.brandOrFirst());
        }
        List<VisibleBrand> some = shell.getBrands().stream()
                .filter(brand -> address.brands().contains(brand.handle()))
                .toList();
        return some.isEmpty() ? shell.getBrands() : some;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private DayOfWeek weekStart() {
        return WeekStart.of(shell.getLocale(), request.getLocale());
    }

    private record Cursor(Instant at, long id) {
        static Cursor of(String text) {
            String[] parts = text.split("_", -1);
            try {
                return parts.length == 2
                        ? new Cursor(Instant.parse(parts[0]), TimeOrderedIds.parse(parts[1]))
                        : new Cursor(Instant.EPOCH, 0);
            } catch (DateTimeException | MalformedId nonsense) {
                return new Cursor(Instant.EPOCH, 0);
            }
        }
    }

    public List<CalendarDay> getDays() {
        return days;
    }

    public CalendarHead getHead() {
        return head;
    }

    public CalendarFilter getFilter() {
        return filter;
    }

    /// `month`, `week`, `day` or `list`.
    public String getView() {
        return address.view().key();
    }

    /// Address of the next page of a list; empty on the last.
    public String getNext() {
        return next;
    }

    public boolean isNothing() {
        return days.stream()
                .flatMap(day -> day.slots().stream())
                .allMatch(slot -> slot.cards().isEmpty());
    }

    /// Whether the brands shown lie in several zones: then each post stands at the time of its own.
    public boolean isMixed() {
        return brands.stream().map(VisibleBrand::zone).distinct().count() > 1;
    }

    public String getZone() {
        return zone.getId();
    }

    /// Handle of the brand that a new post would be for.
    public String getHandle() {
        return brands.isEmpty() ? "" : brands.getFirst().handle();
    }
}
