package org.gazouillis.compose;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DraftsTest {
    private World world;

    @BeforeEach
    void build() {
        world = World.fresh();
    }

    @Test
    void aDraftIsKeptFieldByFieldAndSavedOverTheEditionThatWasRead() {
        Draft first = begin(World.MARC, World.NORD, "Bonj");
        Draft second = as(World.MARC, drafts -> drafts.keep(first.id(), fields("Bonjour “été”\u0000"), 1));
        assertThat(second.edition()).isEqualTo(2);
        assertThat(second.text()).isEqualTo("Bonjour “été”");
        assertThat(DraftFields.parse(second.fields()).values())
                .isEqualTo(Map.of("text", List.of("Bonjour “été”"), "accounts", List.of("1", "2"), "none", List.of()));
        assertThatThrownBy(() -> as(World.MARC, drafts -> drafts.keep(first.id(), fields("Other window"), 1)))
                .isInstanceOf(DraftChangedMeanwhile.class);
        Draft now = as(World.MARC, drafts -> drafts.one(first.id()));
        assertThat(now.text()).isEqualTo("Bonjour “été”");
    }

    @Test
    void aDraftIsNobodyElsesAndOfOneBrand() {
        Draft marcs = begin(World.MARC, World.NORD, "Mine");
        assertThatThrownBy(() -> as(World.ANNA, drafts -> drafts.one(marcs.id())))
                .isInstanceOf(DraftNotFound.class);
        assertThatThrownBy(() -> as(World.ANNA, drafts -> drafts.keep(marcs.id(), fields("Hers"), 1)))
                .isInstanceOf(DraftNotFound.class);
        assertThatThrownBy(() -> as(World.ANNA, drafts -> {
                    drafts.discard(marcs.id());
                    return 0;
                }))
                .isInstanceOf(DraftNotFound.class);
        assertThatThrownBy(() -> begin(World.MARC, World.LUNE, "Not his")).isInstanceOf(BrandNotFound.class);
        begin(World.ANNA, World.LUNE, "Lune");
        List<Draft> annasForNord = as(World.ANNA, drafts -> drafts.of(World.NORD));
        assertThat(annasForNord).isEmpty();
    }

    @Test
    void aDraftThatBecameAPostIsGoneInTheSameTransaction() {
        Draft draft = begin(World.MARC, World.NORD, "Soon");
        Pen marc = new Pen(world, World.MARC);
        Details details = new Details(null, draft.id());
        assertThatThrownBy(() -> marc.ask(composer -> composer.write(order("x".repeat(141), details), null)))
                .isInstanceOf(PostRefused.class);
        List<Draft> still = as(World.MARC, drafts -> drafts.of(World.NORD));
        assertThat(still).hasSize(1);
        PostId post = marc.ask(composer -> composer.write(order("Soon", details), null));
        assertThat(post).isNotNull();
        List<Draft> none = as(World.MARC, drafts -> drafts.of(World.NORD));
        assertThat(none).isEmpty();
    }

    @Test
    void thereIsAnEndToFieldsAndToDrafts() {
        assertThatThrownBy(() -> fields("x".repeat(50_001))).isInstanceOf(DraftNotKept.class);
        world.worker()
                .useHandle(handle -> handle.execute("insert into draft (workspace_id, id, brand_id, member_id, text,"
                        + " fields, created_at, updated_at) select 101, n, 201, 502, '', '{}', now(), now()"
                        + " from generate_series(1, 200) as n"));
        assertThatThrownBy(() -> begin(World.MARC, World.NORD, "One too many"))
                .isInstanceOf(DraftNotKept.class)
                .hasMessageContaining("200");
    }

    private static PostOrder order(String text, Details details) {
        return new PostOrder(World.NORD, text, null, List.of(), null, Plan.LATER, details);
    }

    private static DraftFields fields(String text) {
        return new DraftFields(Map.of("text", List.of(text), "accounts", List.of("1", "2"), "none", List.of()));
    }

    private Draft begin(MemberScope member, BrandId brand, String text) {
        return as(member, drafts -> drafts.begin(brand, null, fields(text)));
    }

    private <T> T as(MemberScope member, Function<Drafts, T> work) {
        return world.as(
                member,
                () -> work.apply(new Drafts(world.app(), new Permissions(Entities.current(member)), world.ids())));
    }
}
