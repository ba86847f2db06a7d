package org.gazouillis.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Statuses made up at random from a seed, put into an index with updates and deletions in between, and beside it the
/// plain list of those that must be in there.
final class RandomStatuses {

    static final List<SearchScope> SCOPES = List.of(
            SearchScope.publicOnly(),
            new SearchScope(10, java.util.Set.of(1L, 2L), null),
            new SearchScope(10, java.util.Set.of(1L, 2L), 2L),
            new SearchScope(10, java.util.Set.of(1L), 2L),
            new SearchScope(11, java.util.Set.of(1L), null));

    private static final Instant SPRING = Instant.parse("2026-03-20T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2025-10-15T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("1975-05-05T05:05:05Z");

    private final Random random;
    private final Map<Long, StatusDocument> present = new HashMap<>();
    private long lastId;

    RandomStatuses(long seed) {
        this.random = new Random(seed);
    }

    Collection<StatusDocument> present() {
        return present.values();
    }

    List<Long> ids() {
        return List.copyOf(present.keySet());
    }

    Random random() {
        return random;
    }

    /// Puts `count` new ones in batches, makes each batch visible as a segment, replaces some and deletes some.
    void feed(StatusIndex index, int count, int batches) {
        for (int batch = 0; batch < batches; batch++) {
            List<StatusDocument> documents = new ArrayList<>();
            for (int i = 0; i < count / batches; i++) {
                lastId += 1 + random.nextInt(3);
                documents.add(status(lastId));
            }
            for (int i = 0; i < count / batches / 10 && !present.isEmpty(); i++) {
                documents.add(status(anyId()));
            }
            put(index, documents);
            List<Long> gone = new ArrayList<>();
            for (int i = 0; i < count / batches / 20; i++) {
                gone.add(anyId());
            }
            index.delete(gone);
            gone.forEach(present::remove);
            index.makeVisible();
        }
    }

    void put(StatusIndex index, List<StatusDocument> documents) {
        index.put(documents);
        documents.forEach(document -> present.put(document.id(), document));
    }

    private long anyId() {
        List<Long> ids = ids();
        return ids.get(random.nextInt(ids.size()));
    }

    StatusDocument status(long id) {
        long workspace = random.nextInt(3) == 0 ? 10 + random.nextInt(2) : 0;
        long brand = workspace == 0 ? 0 : 1 + random.nextInt(3);
        List<String> tags = some("tag", 30, 3);
        return new StatusDocument(
                id,
                7,
                "author" + zipf(50),
                "word" + zipf(20) + " word" + zipf(20) + " word" + zipf(200),
                random.nextInt(10) == 0 ? "" : List.of("fr", "en", "ja").get(zipf(3)),
                created(),
                workspace == 0 || random.nextInt(2) == 0,
                workspace,
                brand,
                brand == 0 || random.nextBoolean() ? 0 : 1_000 * workspace + 10 * brand + random.nextInt(4),
                random.nextInt(5) == 0 ? "x" : "gazouillis",
                tags,
                List.of(),
                some("https://site", 8, 2).stream().map(url -> url + ".fr/a").toList(),
                0,
                0,
                0,
                0,
                "",
                false,
                false,
                false,
                false,
                false,
                false);
    }

    /// Around both changes of the clocks, often at the very beginning of an hour, and now and then half a lifetime off.
    private Instant created() {
        int kind = random.nextInt(40);
        Instant start = kind == 0 ? LONG_AGO : kind < 20 ? SPRING : AUTUMN;
        long millis = random.nextLong(30L * 24 * 3_600_000);
        return start.plusMillis(random.nextInt(4) == 0 ? millis / 900_000 * 900_000 : millis);
    }

    private List<String> some(String beginning, int different, int most) {
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String one = beginning + zipf(different);
            if (!all.contains(one)) {
                all.add(one);
            }
        }
        return all;
    }

    private int zipf(int different) {
        return (int) (different * Math.pow(random.nextDouble(), 3));
    }

    static boolean isSeen(StatusDocument status, SearchScope scope) {
        Long only = scope.onlyBrand();
        boolean owned =
                status.workspace() == scope.workspace() && scope.brands().contains(status.brand());
        return only == null ? status.isPublic() || owned : owned && status.brand() == only;
    }
}
