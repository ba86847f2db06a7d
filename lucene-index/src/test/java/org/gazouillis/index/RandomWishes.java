package org.gazouillis.index;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Random statuses and random queries about them, of which the meaning is known.
final class RandomWishes {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final Instant NOW = Instant.parse("2026-03-29T09:30:00Z");
    static final SearchScope SCOPE = new SearchScope(10, Set.of(100L, 101L), null);
    static final Standpoint STANDPOINT = new Standpoint(
            ZONE,
            NOW,
            Map.of("nord", Set.of(100L), "lune", Set.of(101L)),
            Map.of("printemps", Set.of(500L), "Été 2026", Set.of(501L, 502L)),
            List.of(
                    new KnownList(900, "Presse", Set.of(11L, 12L)),
                    new KnownList(901, "À suivre", Set.of(13L)),
                    new KnownList(902, "prèsse", Set.of(14L)),
                    new KnownList(903, "Vide", Set.of())));

    private static final List<String> WORDS = List.of("ane", "anis", "bol", "cri", "dos", "eau");
    private static final List<String> PEOPLE = List.of("marie", "luc", "zoe_k");
    private static final List<String> TAGS = List.of("soldes", "soleil", "neige");
    private static final List<List<String>> URLS = List.of(
            List.of(),
            List.of("https://www.shop.example/promo?x=1"),
            List.of("http://news.example/a-b/promo", "shop.example"));
    private static final Map<String, List<String>> LINKS = Map.of(
            "promo", List.of("promo"),
            "shop.example", List.of("shop", "example"),
            "example/promo", List.of("example", "promo"),
            "https://news.example/a", List.of("news", "example", "a"),
            "\"a b\"", List.of("a", "b"));

    private final Random random;
    private final Pick pick;
    private final RandomTimes times;

    RandomWishes(long seed) {
        this.random = new Random(seed);
        this.pick = new Pick(random);
        this.times = new RandomTimes(pick);
    }

    StatusDocument status(long id) {
        boolean owned = random.nextBoolean();
        return new StatusDocument(
                id,
                pick.one(List.of(0L, 11L, 12L, 13L, 14L)),
                pick.one(PEOPLE),
                String.join(" ", pick.some(WORDS, 1 + random.nextInt(9))),
                pick.one(List.of("fr", "en", "")),
                times.moment(),
                !owned || random.nextBoolean(),
                owned ? 10 : 0,
                owned ? pick.one(List.of(100L, 101L, 102L)) : 0,
                owned ? pick.one(List.of(0L, 500L, 501L, 502L, 503L)) : 0,
                pick.one(List.of("gazouillis", "x")),
                pick.some(TAGS, random.nextInt(3)),
                pick.some(PEOPLE, random.nextInt(3)),
                pick.one(URLS),
                random.nextInt(4) == 0 ? 1 : 0,
                random.nextInt(6),
                random.nextInt(6),
                random.nextInt(6),
                random.nextInt(3) == 0 ? pick.one(PEOPLE) : "",
                random.nextInt(3) == 0,
                random.nextInt(5) == 0,
                random.nextInt(6) == 0,
                random.nextInt(3) == 0,
                random.nextInt(4) == 0,
                random.nextInt(5) == 0);
    }

    /// What a scope shows.
    static boolean isVisible(StatusDocument status) {
        return status.isPublic() || SCOPE.brands().contains(status.brand());
    }

    /// One of each kind.
    List<Supplier<Wish>> leaves() {
        return List.of(
                this::word,
                this::phrase,
                this::prefix,
                this::nearWords,
                this::nearChain,
                () -> tag(false),
                () -> tag(true),
                this::person,
                this::brand,
                this::campaign,
                this::list,
                this::link,
                () -> keyword("lang:", List.of("fr", "en"), StatusDocument::lang),
                () -> keyword("source:", List.of("x", "gazouillis"), StatusDocument::source),
                this::trait,
                times::dated,
                times::named,
                () -> atLeast("min_likes:", StatusDocument::likes),
                () -> atLeast("min_faves:", StatusDocument::likes),
                () -> atLeast("min_reposts:", StatusDocument::reposts),
                () -> atLeast("min_replies:", StatusDocument::replies),
                this::seen,
                this::ids);
    }

    /// Any of them, alone or combined by the whole grammar.
    Wish any(int depth) {
        return Wish.either(several(() -> all(depth)));
    }

    private Wish all(int depth) {
        return Wish.all(several(() -> one(depth)), pick.one(List.of(" ", " AND ", "\t")));
    }

    private Wish one(int depth) {
        Wish one = depth > 0 && random.nextInt(3) == 0
                ? any(depth - 1).grouped()
                : pick.one(leaves()).get();
        return random.nextInt(4) == 0 ? one.not(pick.one(List.of("-", "NOT "))) : one;
    }

    private List<Wish> several(Supplier<Wish> make) {
        var several = new ArrayList<Wish>();
        int most = pick.one(List.of(1, 1, 2, 3));
        while (several.size() < most) {
            several.add(make.get());
        }
        return several;
    }

    private Wish word() {
        String word = pick.one(WORDS);
        return Wish.named("word", word, status -> Wish.words(status).contains(word));
    }

    private Wish phrase() {
        List<String> phrase = pick.some(WORDS, 2);
        return Wish.named(
                "phrase",
                quoted(phrase),
                status -> !Wish.places(phrase, Wish.words(status)).isEmpty());
    }

    private Wish prefix() {
        String beginning = pick.one(List.of("an", "ani", "bo", "ea"));
        return Wish.named(
                "prefix",
                beginning + "*",
                status -> Wish.words(status).stream().anyMatch(w -> w.startsWith(beginning)));
    }

    private Wish nearWords() {
        List<String> words = pick.some(WORDS, 2 + random.nextInt(2));
        int between = random.nextInt(4);
        List<List<List<String>>> operands =
                words.stream().map(word -> List.of(List.of(word))).toList();
        return Wish.named(
                "~n", quoted(words) + "~" + between, status -> Wish.near(operands, between, Wish.words(status)));
    }

    private Wish nearChain() {
        var operands = new ArrayList<List<List<String>>>();
        var written = new ArrayList<String>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            List<List<String>> alternatives = List.of(pick.some(WORDS, 1 + random.nextInt(2)), pick.some(WORDS, 1));
            List<List<String>> operand = random.nextBoolean() ? alternatives : alternatives.subList(0, 1);
            operands.add(operand);
            String either = String.join(
                    " OR ", operand.stream().map(RandomWishes::quoted).toList());
            written.add(operand.size() == 1 ? either : "(" + either + ")");
        }
        int between = random.nextInt(4);
        return Wish.named(
                "NEAR/n",
                String.join(" NEAR/" + between + " ", written),
                status -> Wish.near(operands, between, Wish.words(status)));
    }

    private Wish tag(boolean beginning) {
        String tag = beginning ? "sol" : pick.one(TAGS);
        return Wish.named(
                beginning ? "#*" : "#",
                "#" + tag.toUpperCase(Locale.ROOT) + (beginning ? "*" : ""),
                status -> status.hashtags().stream().anyMatch(t -> beginning ? t.startsWith(tag) : t.equals(tag)));
    }

    private Wish person() {
        String handle = pick.one(PEOPLE);
        return pick.one(List.of(
                Wish.of("from:@" + handle, status -> status.handle().equals(handle)),
                Wish.of("to:" + handle, status -> status.replyTo().equals(handle)),
                Wish.of("mentions:" + handle, status -> status.mentions().contains(handle)),
                Wish.named("@", "@" + handle, status -> status.mentions().contains(handle))));
    }

    private static Predicate<StatusDocument> ofBrand(long brand) {
        return status -> status.workspace() == 10 && status.brand() == brand;
    }

    private Wish brand() {
        return pick.one(List.of(Wish.of("brand:Nord", ofBrand(100)), Wish.of("brand:@lune", ofBrand(101))));
    }

    private Wish campaign() {
        return pick.one(List.of(
                Wish.of("campaign:printemps", status -> status.campaign() == 500),
                Wish.of("campaign:\"ete 2026\"", status -> Set.of(501L, 502L).contains(status.campaign()))));
    }

    private Wish list() {
        return pick.one(List.of(
                Wish.of("list:presse", status -> Set.of(11L, 12L, 14L).contains(status.profile())),
                Wish.of("list:900", status -> Set.of(11L, 12L).contains(status.profile())),
                Wish.of("list:\"a SUIVRE\"", status -> status.profile() == 13),
                Wish.of("list:vide", _ -> false)));
    }

    private Wish link() {
        Map.Entry<String, List<String>> link = pick.entry(LINKS);
        return Wish.of(
                "url:" + link.getKey(),
                status -> status.urls().stream()
                        .map(url -> List.of(url.replaceFirst("^https?://", "")
                                .replaceFirst("^www\\.", "")
                                .split("[^a-z0-9]", -1)))
                        .anyMatch(url -> !Wish.places(link.getValue(), url).isEmpty()));
    }

    private Wish trait() {
        return pick.one(List.of(
                Wish.of(
                        "is:reply",
                        status -> status.inReplyTo() != 0 || !status.replyTo().isEmpty()),
                Wish.of("is:repost", StatusDocument::isRepost),
                Wish.of("is:quote", StatusDocument::isQuote),
                Wish.of("filter:quotes", StatusDocument::isQuote),
                Wish.of("is:flash", StatusDocument::isFlash),
                Wish.of("filter:flashes", StatusDocument::isFlash),
                Wish.of("has:link", status -> !status.urls().isEmpty()),
                Wish.of("has:media", StatusDocument::hasMedia),
                Wish.of("has:alt", StatusDocument::hasAlt),
                Wish.of("has:poll", StatusDocument::hasPoll),
                Wish.of("filter:polls", StatusDocument::hasPoll),
                Wish.of("has:hashtag", status -> !status.hashtags().isEmpty()),
                Wish.of("has:mention", status -> !status.mentions().isEmpty()),
                Wish.of("filter:links", status -> !status.urls().isEmpty())));
    }

    private Wish atLeast(String name, ToLongFunction<StatusDocument> figure) {
        int least = random.nextInt(7);
        return Wish.of(name + least, status -> figure.applyAsLong(status) >= least);
    }

    /// How often that one was seen.
    static int impressions(long id) {
        return (int) (id * 7 % 11);
    }

    private Wish seen() {
        int least = random.nextInt(12);
        return Wish.of(
                "min_impressions:" + least,
                status -> SCOPE.brands().contains(status.brand()) && impressions(status.id()) >= least);
    }

    private Wish ids() {
        long id = random.nextInt(200);
        return pick.one(List.of(
                Wish.of("since_id:" + id, status -> status.id() > id),
                Wish.of("max_id:" + id, status -> status.id() <= id)));
    }

    private Wish keyword(String name, List<String> values, Function<StatusDocument, String> part) {
        String value = pick.one(values);
        return Wish.of(name + value, status -> part.apply(status).equals(value));
    }

    private static String quoted(List<String> words) {
        return "\"" + String.join(" ", words) + "\"";
    }
}
