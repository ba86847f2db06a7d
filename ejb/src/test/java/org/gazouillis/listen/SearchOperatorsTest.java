package org.gazouillis.listen;

import java.nio.file.Path;
import java.util.List;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.microblog.ProfileList;
import org.gazouillis.microblog.Speaker;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What the operators of the query language find in the rows of the database.
class SearchOperatorsTest {
    private static final long CAMPAIGN = 701;

    @TempDir
    private static Path folder;

    private static Ground ground;
    private static long nord;
    private static long answer;
    private static long described;
    private static long bare;
    private static long quoting;

    @BeforeAll
    static void build() {
        ground = new Ground(folder.resolve("index"));
        nord = ground.post(World.NORD_PROFILE, "Bonjour");
        answer = said(World.ANNA_PROFILE, "Bonjour aussi", "in_reply_to", Long.toString(nord));
        described = said(World.ANNA_PROFILE, "Voici", "attachments", "[{\"id\": \"1\", \"alt\": \"Un chat\"}]");
        bare = said(World.ANNA_PROFILE, "Voilà", "attachments", "[{\"id\": \"1\", \"alt\": \" \"}]");
        quoting = said(World.ANNA_PROFILE, "Bien dit", "quote_of", Long.toString(nord));
        ground.world
                .worker()
                .useHandle(handle -> handle.execute(
                        "insert into poll (status_id, options, multiple, hide_totals, ends_at, counts)"
                                + " values (?, '{Oui,Non}', false, false, now(), '{0,0}')",
                        answer));
        ground.bringIn(
                World.ANNA,
                World.NORD,
                List.of("@Luc merci", "RT @luc: merci", "vu pic.twitter.com/ab1", "c’est @luc"));
        ground.world.worker().useTransaction(handle -> {
            handle.execute("update status set flash = true where id = ?", nord);
            handle.execute(
                    "insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)"
                            + " values (101, ?, 201, 'Été à la mer', 'ete-a-la-mer', '2026-06-01', '2026-07-01', now())",
                    CAMPAIGN);
            handle.execute("update imported_status set mentions = '{luc}' where text ilike '%@luc%'");
            handle.execute("update imported_status set urls = '{pic.twitter.com/ab1}' where text like 'vu%'");
            handle.execute(
                    "update imported_status set urls = '{https://x.com/luc/status/12}' where text like 'c’est%'");
            handle.execute("update imported_status set campaign = 'ete-a-la-mer', likes = 70 where text like 'RT%'");
        });
        ground.start();
        ground.eventually().until(() -> ground.search(World.ANNA, "").total() == 9);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    private static long said(ProfileId author, String text, String column, String value) {
        long id = ground.post(author, text);
        ground.world
                .worker()
                .useHandle(handle -> handle.createUpdate("update status set " + column + " = :value::"
                                + (column.equals("attachments") ? "jsonb" : "bigint") + " where id = :id")
                        .bind("value", value)
                        .bind("id", id)
                        .execute());
        return id;
    }

    private static List<String> texts(@Nullable MemberScope member, String query) {
        return ground.search(member, query).items().stream()
                .map(FoundStatus::text)
                .toList();
    }

    @Test
    void anAnswerIsFoundByWhomItAnswers() {
        assertThat(ground.found(null, "to:nord")).containsExactly(answer);
        assertThat(ground.found(null, "is:reply")).containsExactly(answer);
        assertThat(texts(World.ANNA, "to:luc")).containsExactly("@Luc merci");
        assertThat(texts(World.ANNA, "is:reply source:x")).containsExactly("@Luc merci");
    }

    @Test
    void aQuoteIsKnownByWhatItShowsAndAnImportedOneByItsLink() {
        assertThat(ground.found(null, "is:quote")).containsExactly(quoting);
        assertThat(texts(World.ANNA, "is:quote source:x")).containsExactly("c’est @luc");
    }

    @Test
    void aFlashIsWhatABrandMarkedAndNothingImportedIsOne() {
        assertThat(ground.found(null, "is:flash")).containsExactly(nord);
        assertThat(ground.found(World.ANNA, "filter:flash")).containsExactly(nord);
        assertThat(ground.found(World.ANNA, "is:flash source:x")).isEmpty();
    }

    @Test
    void imagesAndTheirDescriptionsAreKnown() {
        assertThat(ground.found(null, "has:media")).containsExactlyInAnyOrder(described, bare);
        assertThat(ground.found(null, "has:alt")).containsExactly(described);
        assertThat(texts(World.ANNA, "has:media source:x")).containsExactly("vu pic.twitter.com/ab1");
        assertThat(texts(World.ANNA, "url:pic.twitter.com")).containsExactly("vu pic.twitter.com/ab1");
    }

    @Test
    void whatAsksSomethingIsKnownAndNothingImportedDoes() {
        assertThat(ground.found(null, "has:poll")).containsExactly(answer);
        assertThat(ground.found(null, "filter:polls is:reply")).containsExactly(answer);
        assertThat(texts(World.ANNA, "has:polls source:x")).isEmpty();
        assertThat(texts(World.ANNA, "-has:poll source:x")).hasSize(4);
    }

    @Test
    void wordsOfOthersAndTheirFiguresAreKnown() {
        assertThat(texts(World.ANNA, "is:repost")).containsExactly("RT @luc: merci");
        assertThat(texts(World.ANNA, "min_likes:8")).containsExactly("RT @luc: merci");
        assertThat(texts(World.ANNA, "min_likes:7 -is:repost")).hasSize(3);
    }

    @Test
    void aBrandIsItsOwnVoiceAndWhatWasImportedForIt() {
        assertThat(ground.found(World.MARC, "brand:nord")).hasSize(5).contains(nord);
        assertThat(ground.found(World.MARC, "(BRAND:\"@Nord\")")).hasSize(5);
        assertThat(ground.found(World.ANNA, "-brand:nord")).containsExactlyInAnyOrder(answer, described, bare, quoting);
    }

    @Test
    void aCampaignIsFoundByTheNameThatItHasNow() {
        assertThat(texts(World.MARC, "campaign:ete-a-la-mer")).containsExactly("RT @luc: merci");
        assertThat(texts(World.MARC, "campaign:\"été à la mer\"")).containsExactly("RT @luc: merci");
        rename("Été à la montagne");
        try {
            assertThat(texts(World.MARC, "campaign:\"été à la montagne\"")).containsExactly("RT @luc: merci");
            assertRefused(World.MARC, "campaign:\"été à la mer\"");
        } finally {
            rename("Été à la mer");
        }
    }

    private static void rename(String name) {
        ground.world
                .worker()
                .useHandle(handle -> handle.execute("update campaign set name = ? where id = ?", name, CAMPAIGN));
    }

    @Test
    void brandsAndCampaignsOfOthersDoNotExist() {
        assertRefused(World.MARC, "brand:lune");
        assertRefused(World.ANNA, "brand:rival");
        assertRefused(World.RITA, "campaign:ete-a-la-mer");
        assertRefused(null, "brand:nord");
        assertRefused(null, "campaign:ete-a-la-mer");
    }

    private static void assertRefused(@Nullable MemberScope member, String query) {
        assertThatThrownBy(() -> ground.search(member, query))
                .isInstanceOfSatisfying(QueryNotUnderstood.class, fault -> {
                    assertThat(fault.fault()).isEqualTo("UNKNOWN_NAME");
                    assertThat(fault.length()).isEqualTo(query.length());
                });
    }

    @Test
    void aListIsWhoStandsOnItNowAndItsOwnersAlone() {
        Speaker marc = new Speaker(ground.world, World.MARC);
        ProfileList list = marc.lists("Mes voix", World.NORD_PROFILE);
        assertThat(ground.found(World.MARC, "list:\"mes voix\"")).containsExactly(nord);
        assertThat(ground.found(World.MARC, "list:" + list.id())).containsExactly(nord);
        marc.puts(list, World.ANNA_PROFILE);
        assertThat(ground.found(World.MARC, "list:\"mes voix\" is:reply")).containsExactly(answer);
        assertThat(texts(World.MARC, "-list:\"mes voix\""))
                .as("imported ones have no profile")
                .hasSize(4);
        marc.takesOff(list, World.NORD_PROFILE, World.ANNA_PROFILE);
        assertThat(ground.found(World.MARC, "list:\"mes voix\"")).isEmpty();
        ProfileList ofNord = marc.lists(all -> all.create("À suivre", World.NORD_PROFILE));
        marc.puts(ofNord, World.NORD_PROFILE);
        assertThat(ground.found(World.ANNA, "list:\"a suivre\"")).containsExactly(nord);
        for (String query : List.of("list:\"mes voix\"", "list:" + list.id())) {
            assertRefused(World.ANNA, query);
            assertRefused(null, query);
        }
        assertRefused(World.RITA, "list:\"a suivre\"");
        marc.removes(list);
        assertRefused(World.MARC, "list:\"mes voix\"");
    }

    @Test
    void whatWasMeantIsTold() {
        assertThatThrownBy(() -> ground.search(World.MARC, "x form:marie"))
                .isInstanceOfSatisfying(QueryNotUnderstood.class, fault -> {
                    assertThat(fault.instead()).isEqualTo("from:");
                    assertThat(fault.choices()).contains("during:", "min_likes:");
                });
        assertThatThrownBy(() -> ground.search(World.MARC, "brand:nrod")).hasMessageContaining("did you mean nord?");
    }

    @Test
    void todayIsTheDayOfTheClock() {
        assertThat(ground.found(null, "during:today")).contains(nord, answer);
        assertThat(ground.found(null, "during:last-24h")).contains(nord, answer);
        assertThat(ground.found(null, "during:yesterday")).isEmpty();
    }
}
