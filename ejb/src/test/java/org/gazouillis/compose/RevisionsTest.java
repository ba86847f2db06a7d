package org.gazouillis.compose;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gazouillis.kernel.PostId;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.Pen;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevisionsTest {
    @Test
    void whatAPostSaidBeforeIsToldWordByWordWithItsWriter() {
        World world = World.fresh();
        Pen marc = new Pen(world, World.MARC);
        PostId post = marc.nord("Venez samedi à l’atelier", Plan.LATER);
        new Pen(world, World.ANNA)
                .tell(composer -> composer.change(post, PostChange.reword("Venez dimanche à l’atelier !")));
        marc.tell(composer -> composer.change(post, PostChange.replan(Plan.LATER)));
        List<Revision> all = as(world, World.MARC, revisions -> revisions.of(post));
        assertThat(all).extracting(Revision::number).containsExactly(2, 1);
        assertThat(all).extracting(Revision::author).containsExactly("anna@test.example", "marc@test.example");
        assertThat(all.getFirst().accounts()).containsExactly("nord");
        assertThat(told(all.getFirst().change())).isEqualTo("Venez [-samedi][+dimanche] à l’atelier[+ !]");
        PostChange back = as(world, World.MARC, revisions -> revisions.back(post, 1));
        marc.tell(composer -> composer.change(post, back));
        List<Revision> after = as(world, World.MARC, revisions -> revisions.of(post));
        assertThat(after)
                .extracting(Revision::text)
                .containsExactly(
                        "Venez samedi à l’atelier", "Venez dimanche à l’atelier !", "Venez samedi à l’atelier");
        assertThatThrownBy(() -> as(world, World.MARC, revisions -> revisions.back(post, 9)))
                .isInstanceOf(RevisionNotFound.class);
    }

    @Test
    void anothersPostHasNoRevisionsToShow() {
        World world = World.fresh();
        PostId lune = new Pen(world, World.ANNA)
                .ask(composer ->
                        composer.write(new PostOrder(World.LUNE, "Lune", null, List.of(), null, Plan.LATER), null));
        assertThatThrownBy(() -> as(world, World.MARC, revisions -> revisions.of(lune)))
                .isInstanceOf(PostNotFound.class);
        assertThatThrownBy(() -> as(world, World.RITA, revisions -> revisions.of(lune)))
                .isInstanceOf(PostNotFound.class);
    }

    @Property(tries = 300)
    void bothTextsCanBePutTogetherFromTheirDifference(@ForAll String older, @ForAll String newer) {
        List<WordDiff.Part> parts = WordDiff.between(older, newer).parts();
        assertThat(without(parts, WordDiff.Kind.ADDED)).isEqualTo(older);
        assertThat(without(parts, WordDiff.Kind.REMOVED)).isEqualTo(newer);
    }

    private static String without(List<WordDiff.Part> parts, WordDiff.Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() != kind)
                .map(WordDiff.Part::text)
                .collect(Collectors.joining());
    }

    private static String told(WordDiff diff) {
        return diff.parts().stream()
                .map(part -> switch (part.kind()) {
                    case KEPT -> part.text();
                    case ADDED -> "[+" + part.text() + "]";
                    case REMOVED -> "[-" + part.text() + "]";
                })
                .collect(Collectors.joining());
    }

    private static <T> T as(World world, MemberScope member, Function<Revisions, T> work) {
        return world.as(
                member, () -> work.apply(new Revisions(world.app(), new Permissions(Entities.current(member)))));
    }
}
