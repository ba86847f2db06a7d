package org.gazouillis.web.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.CalendarChoices;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.publish.StateLook;

/// What the calendar can be narrowed to, and to what it is.
///
/// @param brand  handle of the one brand the page is about; empty for all
/// @param brands to choose among, where the page is about all and there are several
/// @param legend icons and words of the states, explained
public record CalendarFilter(
        String brand,
        String view,
        String date,
        String words,
        List<Option> brands,
        List<Option> accounts,
        List<Option> campaigns,
        List<Option> states,
        List<Option> authors,
        List<Chip> chips,
        List<StateLook> legend) {
    private static final Set<PostState> UNDATED = EnumSet.of(PostState.DRAFT, PostState.CLAIMED);
    private static final int MOST_ACCOUNTS = 500;

    /// A value that can be chosen.
    public record Option(String value, String label, boolean chosen) {}

    /// A filter that is on; `link` takes it off.
    public record Chip(String label, String link) {}

    /// @param all   the brands that the reader sees
    /// @param shown those of them that the calendar shows
    static CalendarFilter of(
            CalendarAddress address,
            LocalDate date,
            List<VisibleBrand> all,
            List<VisibleBrand> shown,
            CalendarChoices choices,
            Messages messages) {
        Map<String, List<Option>> options = Map.of(
                "brands", brands(address, all),
                "account", accounts(address, shown),
                "campaign", named(choices.campaigns(), address.campaign()),
                "state", states(address, messages),
                "author", named(choices.authors(), address.author()));
        return new CalendarFilter(
                address.brand(),
                address.view().key(),
                date.toString(),
                address.words(),
                options.getOrDefault("brands", List.of()),
                options.getOrDefault("account", List.of()),
                options.getOrDefault("campaign", List.of()),
                options.getOrDefault("state", List.of()),
                options.getOrDefault("author", List.of()),
                chips(address, date, options),
                Arrays.stream(PostState.values())
                        .filter(state -> !UNDATED.contains(state))
                        .map(state -> StateLook.of(state, messages))
                        .toList());
    }

    private static List<Option> brands(CalendarAddress address, List<VisibleBrand> all) {
        return !address.brand().isEmpty() || all.size() < 2
                ? List.of()
                : all.stream()
                        .map(each -> new Option(
                                each.handle(), each.name(), address.brands().contains(each.handle())))
                        .toList();
    }

    private static List<Option> accounts(CalendarAddress address, List<VisibleBrand> shown) {
        return shown.stream()
                .flatMap(brand -> brand.accounts().stream())
                .limit(MOST_ACCOUNTS)
                .map(each -> option(each.id().value(), "@" + each.handle(), address.account()))
                .toList();
    }

    private static List<Option> named(List<CalendarChoices.Named> choices, String chosen) {
        return choices.stream()
                .map(each -> option(each.id(), each.name(), chosen))
                .toList();
    }

    private static List<Option> states(CalendarAddress address, Messages messages) {
        return Arrays.stream(PostState.values())
                .filter(state -> !UNDATED.contains(state))
                .map(state -> new Option(
                        state.name(),
                        StateLook.of(state, messages).word(),
                        address.states().contains(state)))
                .toList();
    }

    private static List<Chip> chips(CalendarAddress address, LocalDate date, Map<String, List<Option>> options) {
        Stream<Chip> chosen = Stream.of("brands", "account", "campaign", "state", "author")
                .map(filter -> new Chip(
                        options.getOrDefault(filter, List.of()).stream()
                                .filter(Option::chosen)
                                .map(Option::label)
                                .collect(Collectors.joining(", ")),
                        address.without(filter).at(date).toString()));
        Stream<Chip> words = Stream.of(
                new Chip(address.words(), address.without("q").at(date).toString()));
        return Stream.concat(chosen, words)
                .filter(chip -> !chip.label().isEmpty())
                .toList();
    }

    private static Option option(long id, String label, String chosen) {
        String value = Long.toString(id);
        return new Option(value, label, value.equals(chosen));
    }
}
