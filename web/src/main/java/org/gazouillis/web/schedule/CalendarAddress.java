package org.gazouillis.web.schedule;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.gazouillis.compose.PostState;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.jspecify.annotations.Nullable;

/// What the calendar shows, as it stands in its address. Nonsense falls back to what a newcomer sees: this week of
/// all brands, every post but the cancelled ones.
///
/// @param brand  handle of the one brand the page is about; empty for all
/// @param brands handles of some of them; none means all
/// @param states none means all but the cancelled
/// @param after  time and id of the last post of the page before, of a list
record CalendarAddress(
        String brand,
        Set<String> brands,
        CalendarView view,
        @Nullable LocalDate date,
        String account,
        String campaign,
        Set<PostState> states,
        String author,
        String words,
        String after) {
    private static final int LONGEST_WORDS = 100;

    static CalendarAddress read(Map<String, String[]> query) {
        return new CalendarAddress(
                first(query, "brand"),
                new TreeSet<>(all(query, "brands")),
                CalendarView.of(first(query, "view")),
                date(first(query, "date")),
                id(first(query, "account")),
                id(first(query, "campaign")),
                states(all(query, "state")),
                id(first(query, "author")),
                cut(first(query, "q")),
                first(query, "after"));
    }

    /// Everything but the cancelled when none is named.
    Set<PostState> wanted() {
        return states.isEmpty() ? EnumSet.complementOf(EnumSet.of(PostState.CANCELLED)) : states;
    }

    <T> @Nullable T named(String id, LongFunction<T> type) {
        return id.isEmpty() ? null : type.apply(Long.parseLong(id));
    }

    boolean isFiltered() {
        return !(brands.isEmpty()
                && account.isEmpty()
                && campaign.isEmpty()
                && states.isEmpty()
                && author.isEmpty()
                && words.isEmpty());
    }

    CalendarAddress at(@Nullable LocalDate day) {
        return new CalendarAddress(brand, brands, view, day, account, campaign, states, author, words, "");
    }

    CalendarAddress as(CalendarView other) {
        return new CalendarAddress(brand, brands, other, date, account, campaign, states, author, words, "");
    }

    CalendarAddress after(String cursor) {
        return new CalendarAddress(brand, brands, view, date, account, campaign, states, author, words, cursor);
    }

    /// The same address without one of its filters.
    CalendarAddress without(String filter) {
        return new CalendarAddress(
                brand,
                filter.equals("brands") ? Set.of() : brands,
                view,
                date,
                filter.equals("account") ? "" : account,
                filter.equals("campaign") ? "" : campaign,
                filter.equals("state") ? Set.of() : states,
                filter.equals("author") ? "" : author,
                filter.equals("q") ? "" : words,
                "");
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, "brand", brand);
        brands.forEach(each -> add(parts, "brands", each));
        add(parts, "view", view.key());
        add(parts, "date", date == null ? "" : date.toString());
        add(parts, "account", account);
        add(parts, "campaign", campaign);
        states.forEach(each -> add(parts, "state", each.name()));
        add(parts, "author", author);
        add(parts, "q", words);
        add(parts, "after", after);
        return "/schedule/calendar?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String first(Map<String, String[]> query, String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values[0]).orElse("");
    }

    private static List<String> all(Map<String, String[]> query, String name) {
        return Arrays.stream(Optional.ofNullable(query.get(name)).orElse(new String[0]))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            LocalDate date = text.isBlank() ? null : LocalDate.parse(text);
            return date == null || date.getYear() < 1970 || date.getYear() > 2200 ? null : date;
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private static String id(String text) {
        try {
            return text.isBlank() ? "" : Long.toString(TimeOrderedIds.parse(text));
        } catch (MalformedId nonsense) {
            return "";
        }
    }

    private static Set<PostState> states(List<String> names) {
        Set<PostState> states = EnumSet.noneOf(PostState.class);
        Arrays.stream(PostState.values())
                .filter(state -> names.contains(state.name()))
                .forEach(states::add);
        return states;
    }

    private static String cut(String words) {
        String text = words.strip();
        return text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) : text;
    }
}
