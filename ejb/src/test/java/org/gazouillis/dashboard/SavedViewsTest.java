package org.gazouillis.dashboard;

import java.util.List;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.security.BrandNotFound;
import org.gazouillis.security.PermissionDenied;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.testrig.Entities;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SavedViewsTest {
    private static final String STATE = "rows=campaign&measures=reach";

    private final World world = World.fresh();

    @Test
    void aPrivateViewIsSeenByItsMakerAloneAndASharedOneByTheBrandsMembers() {
        keep(World.ANNA, "  Mine ", false);
        SavedView shared = keep(World.ANNA, "Ours", true);
        assertThat(names(World.ANNA, World.NORD)).containsExactly("Mine", "Ours");
        assertThat(names(World.MARC, World.NORD)).containsExactly("Ours");
        assertThat(names(World.ANNA, World.LUNE)).isEmpty();
        SavedView seen = as(World.MARC, views -> views.one(World.NORD, shared.id()));
        assertThat(seen.mine()).isFalse();
        assertThat(seen.changeable()).isFalse();
        assertThat(seen.maker()).isEqualTo("anna@test.example");
        assertThat(seen.state()).isEqualTo(STATE);
    }

    @Test
    void onlyWhoSetsTheRulesOfABrandMayShareThere() {
        SavedView own = keep(World.MARC, "Mine", false);
        assertThatThrownBy(() -> keep(World.MARC, "Ours", true)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> change(World.MARC, own, "Mine", true)).isInstanceOf(PermissionDenied.class);
        assertThat(change(World.MARC, own, "Still mine", false).name()).isEqualTo("Still mine");
    }

    @Test
    void aSharedViewIsChangedByItsMakerAndByWhoSetsTheRules() {
        SavedView ours = keep(World.ANNA, "Ours", true);
        assertThatThrownBy(() -> change(World.MARC, ours, "x", true)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> remove(World.MARC, ours)).isInstanceOf(PermissionDenied.class);
        world.worker()
                .useHandle(handle -> handle.execute(
                        "update saved_view set member_id = ?",
                        World.MARC.member().value()));
        assertThat(change(World.ANNA, ours, "Renamed", true).name()).isEqualTo("Renamed");
        assertThatThrownBy(() -> change(World.ANNA, ours, "Renamed", false)).isInstanceOf(SavedViewRefused.class);
        assertThat(change(World.MARC, ours, "His", true).mine())
                .as("it stays shared")
                .isTrue();
    }

    @Test
    void aRemovedViewComesBackForADay() {
        SavedView view = keep(World.ANNA, "Mine", false);
        remove(World.ANNA, view);
        assertThat(names(World.ANNA, World.NORD)).isEmpty();
        assertThatThrownBy(() -> remove(World.ANNA, view)).isInstanceOf(SavedViewNotFound.class);
        assertThat(as(World.ANNA, views -> views.restore(World.NORD, view.id())).name())
                .isEqualTo("Mine");
        remove(World.ANNA, view);
        world.worker()
                .useHandle(handle -> handle.execute("update saved_view set removed_at = now() - interval '25 hours'"));
        new SavedViewSweep(world.worker()).run();
        assertThatThrownBy(() -> as(World.ANNA, views -> views.restore(World.NORD, view.id())))
                .isInstanceOf(SavedViewNotFound.class);
    }

    @Test
    void aForeignBrandDoesNotExistAndWhatIsNoViewIsRefused() {
        assertThatThrownBy(() -> names(World.MARC, World.LUNE)).isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> names(World.RITA, World.NORD)).isInstanceOf(BrandNotFound.class);
        assertThatThrownBy(() -> new ViewIdea(" ", STATE, false)).isInstanceOf(SavedViewRefused.class);
        assertThatThrownBy(() -> new ViewIdea("a", "x".repeat(5_000), false)).isInstanceOf(SavedViewRefused.class);
    }

    private SavedView keep(MemberScope member, String name, boolean shared) {
        return as(member, views -> views.keep(World.NORD, new ViewIdea(name, STATE, shared)));
    }

    private SavedView change(MemberScope member, SavedView view, String name, boolean shared) {
        return as(member, views -> views.change(World.NORD, view.id(), new ViewIdea(name, STATE, shared)));
    }

    private void remove(MemberScope member, SavedView view) {
        as(member, views -> {
            views.remove(World.NORD, view.id());
            return true;
        });
    }

    private List<String> names(MemberScope member, BrandId brand) {
        return as(member, views -> views.all(brand)).stream()
                .map(SavedView::name)
                .toList();
    }

    private <T> T as(MemberScope member, Function<SavedViews, T> deed) {
        SavedViews views = new SavedViews(
                world.app(),
                new Permissions(Entities.current(member)),
                new AuditTrail(world.ids(), world.clock()),
                world.ids());
        return world.as(member, () -> deed.apply(views));
    }
}
