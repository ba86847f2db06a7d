package org.gazouillis.web.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gazouillis.compose.PostState;
import org.gazouillis.dashboard.CalendarChoices;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.kernel.MalformedId;
import org.gazouillis.kernel.TimeOrderedIds;
import org.gazouillis.publish.QueueQuery;
import org.gazouillis.tenancy.VisibleBrand;
import org.jspecify.annotations.Nullable;

/// What the queue is narrowed to, as it stands in the address, and what it could be.
public record QueueFilter(String words, List<Option> accounts, List<Option> campaigns) {
    private static final int LONGEST_WORDS = 100;

    /// A value that can be chosen.
    public record Option(String value, String label, boolean chosen) {}

    public static final QueueFilter NONE = new QueueFilter("", List.of(), List.of());

    static QueueFilter of(UnaryOperator<@Nullable String> query, VisibleBrand brand, CalendarChoices choices) {
        String words = Optional.ofNullable(query.apply("q")).orElse("").strip();
        String account = id(query.apply("account"));
        String campaign = id(query.apply("campaign"));
        return new QueueFilter(
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words,
                brand.accounts().stream()
                        .map(each -> option(each.id().value(), "@" + each.handle(), account))
                        .toList(),
                choices.campaigns().stream()
                        .map(each -> option(each.id(), each.name(), campaign))
                        .toList());
    }

    public boolean isOn() {
        return !words.isEmpty()
                || chosen(accounts).isPresent()
                || chosen(campaigns).isPresent();
    }

    /// As more of an address' query: `&q=…&account=…`.
    String address() {
        StringBuilder address = new StringBuilder();
        if (!words.isEmpty()) {
            address.append("&q=").append(URLEncoder.encode(words, StandardCharsets.UTF_8));
        }
        chosen(accounts).ifPresent(id -> address.append("&account=").append(id));
        chosen(campaigns).ifPresent(id -> address.append("&campaign=").append(id));
        return address.toString();
    }

    QueueQuery query(Set<PostState> states, boolean latestUp) {
        return new QueueQuery(
                states,
                chosen(accounts).map(AccountId::new).orElse(null),
                chosen(campaigns).map(CampaignId::new).orElse(null),
                words,
                latestUp);
    }

    private static Optional<Long> chosen(List<Option> options) {
        return options.stream()
                .filter(Option::chosen)
                .map(each -> Long.valueOf(each.value()))
                .findFirst();
    }

    private static Option option(long id, String label, String chosen) {
        String value = Long.toString(id);
        return new Option(value, label, value.equals(chosen));
    }

    private static String id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? "" : Long.toString(TimeOrderedIds.parse(text));
        } catch (MalformedId nonsense) {
            return "";
        }
    }
}
