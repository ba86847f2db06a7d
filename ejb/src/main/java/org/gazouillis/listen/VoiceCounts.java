package org.gazouillis.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gazouillis.index.Bar;
import org.gazouillis.index.Hit;
import org.gazouillis.index.Selection;
import org.gazouillis.index.StatusIndex;
import org.gazouillis.index.Step;
import org.gazouillis.kernel.TimeRange;
import org.gazouillis.kernel.TypedId;
import org.gazouillis.network.Repetitions;
import org.gazouillis.security.BrandNames;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.Transactions;
import org.gazouillis.tenancy.VisibleBrand;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Counts how often the voices of a brand are heard, among exactly what the asker may find. The index counts posts; the
/// texts, from the database behind the asker's row scope, tell which of them say nearly the same.
@ApplicationScoped
public class VoiceCounts {
    /// Up to so many posts of each voice are read to find repetitions: some hundred milliseconds.
    public static final int MOST_READ = 5_000;

    private static final String TEXTS = """
            select s.id, s.text from status s
            where s.id = any (:ids) and s.removed_at is null and s.repost_of is null
            union all
            select i.id, i.text from imported_status i
            where i.workspace_id = :workspace and i.brand_id = any (:brands) and i.id = any (:ids)
            """;

    private StatusIndexer indexer;
    private Voices voices;
    private BrandNames brands;
    private Permissions permissions;
    private Jdbi db;
    private Asker asker;
    private Transactions transactions;

    @Inject
    public VoiceCounts(
            StatusIndexer indexer,
            Voices voices,
            BrandNames brands,
            Permissions permissions,
            @AppDb Jdbi db,
            Asker asker,
            Transactions transactions) {
        this.indexer = indexer;
        this.voices = voices;
        this.brands = brands;
        this.permissions = permissions;
        this.db = db;
        this.asker = asker;
        this.transactions = transactions;
    }

    @SuppressWarnings("NullAway.Init")
    VoiceCounts() {}

    /// @param handle of the brand that keeps the voices; they are looked for among everybody's posts
    /// @throws QueryNotUnderstood when a search means nothing any more, as one of a brand that has gone
    /// @throws SearchTooBroad when counting takes too long
    /// @throws BrandNotFound when the brand does not exist or is not visible
    public ShareOfVoice of(String handle, TimeRange range) {
        Asking asking = transactions.in(() -> asking(handle));
        Optional<Found> found = indexer.ask(index -> find(index, asking.voices, asking.eyes, range));
        List<LocalDate> days = days(range, asking.brand.zone());
        List<ShareOfVoice.Heard> heard = found.map(all -> transactions.in(() -> heard(asking, all, days)))
                .orElse(List.of());
        return new ShareOfVoice(
                range,
                asking.brand.zone(),
                days,
                heard,
                found.map(Found::different).orElse(0L),
                found.map(Found::folded).orElse(false),
                found.map(Found::whole).orElse(false),
                indexer.behindSince().orElse(null));
    }

    private Asking asking(String handle) {
        VisibleBrand brand = brands.named(handle);
        MemberScope member = permissions.require(brand.id(), Permission.VIEW);
        List<Voice> kept = voices.of(brand.id());
        return new Asking(brand, member, kept, asker.in(brand.zone(), Voices.together(kept)));
    }

    private List<ShareOfVoice.Heard> heard(Asking asking, Found found, List<LocalDate> days) {
        List<ShareOfVoice.Heard> heard = new ArrayList<>();
        for (int voice = 0; voice < asking.voices.size(); voice++) {
            heard.add(heard(
                    asking.voices.get(voice), found.ofVoices.get(voice), days, asking.brand.zone(), asking.member));
        }
        return heard;
    }

    private static List<LocalDate> days(TimeRange range, ZoneId zone) {
        LocalDate last = LocalDate.ofInstant(range.to().minusNanos(1), zone);
        return LocalDate.ofInstant(range.from(), zone)
                .datesUntil(last.plusDays(1))
                .toList();
    }

    private static Found find(StatusIndex index, List<Voice> voices, Asker.Eyes eyes, TimeRange range) {
        List<List<Bar>> bars = voices.stream()
                .map(voice -> index.histogram(selection(voice.query(), eyes, range), Step.DAY))
                .toList();
        boolean folded = bars.stream().allMatch(each -> sum(each) <= MOST_READ);
        List<OfVoice> all = new ArrayList<>();
        for (int voice = 0; voice < voices.size(); voice++) {
            Selection selection = selection(voices.get(voice).query(), eyes, range);
            all.add(new OfVoice(bars.get(voice), folded ? oldestFirst(index, selection) : null));
        }
        long different = voices.isEmpty() ? 0 : index.total(selection(Voices.together(voices), eyes, range));
        return new Found(all, different, folded, !index.state().partial());
    }

    private static Selection selection(String query, Asker.Eyes eyes, TimeRange range) {
        return new Selection(query, eyes.scope(), eyes.standpoint(), range.from(), range.to());
    }

    private static long sum(List<Bar> bars) {
        return bars.stream().mapToLong(Bar::count).sum();
    }

    /// Posts that come while pages are read are newer than all pages: there can be no more than were counted, or few.
    private static List<Hit> oldestFirst(StatusIndex index, Selection selection) {
        return NewestHits.of(index, selection, MOST_READ).hits().reversed();
    }

    private ShareOfVoice.Heard heard(
            Voice voice, OfVoice found, List<LocalDate> days, ZoneId zone, MemberScope member) {
        List<Hit> hits = found.hits;
        if (hits == null) {
            Map<LocalDate, Long> byDay = found.bars.stream()
                    .collect(Collectors.toMap(bar -> LocalDate.ofInstant(bar.from(), zone), Bar::count, Long::sum));
            return new ShareOfVoice.Heard(voice, sum(found.bars), null, row(days, byDay));
        }
        Map<Long, String> texts = texts(hits, member);
        List<Hit> there =
                hits.stream().filter(hit -> texts.containsKey(hit.id())).toList();
        int[] firsts = Repetitions.firsts(
                there.stream().map(hit -> texts.getOrDefault(hit.id(), "")).toList());
        Map<LocalDate, Long> byDay = new HashMap<>();
        long different = 0;
        for (int place = 0; place < firsts.length; place++) {
            if (firsts[place] == place) {
                different++;
                byDay.merge(LocalDate.ofInstant(there.get(place).createdAt(), zone), 1L, Long::sum);
            }
        }
        return new ShareOfVoice.Heard(voice, there.size(), different, row(days, byDay));
    }

    private static List<Long> row(List<LocalDate> days, Map<LocalDate, Long> byDay) {
        return days.stream().map(day -> byDay.getOrDefault(day, 0L)).toList();
    }

    /// What was removed a moment ago, or is not theirs to see, has none.
    private Map<Long, String> texts(List<Hit> hits, MemberScope member) {
        return db.withHandle(handle -> handle.createQuery(TEXTS)
                .bind("ids", hits.stream().map(Hit::id).toArray(Long[]::new))
                .bind("workspace", member.workspace())
                .bind(
                        "brands",
                        member.roles().keySet().stream().map(TypedId::value).toArray(Long[]::new))
                .map(Sql.row(Said.class))
                .collect(Collectors.toMap(Said::id, Said::text)));
    }

    record Said(long id, String text) {}

    private record Asking(VisibleBrand brand, MemberScope member, List<Voice> voices, Asker.Eyes eyes) {}

    /// @param hits oldest first; null when they are too many to be read
    private record OfVoice(List<Bar> bars, @Nullable List<Hit> hits) {}

    private record Found(List<OfVoice> ofVoices, long different, boolean folded, boolean whole) {}
}
