package org.gazouillis.testrig;

import java.util.function.Consumer;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.publish.CrisisDesk;
import org.gazouillis.publish.CrisisStops;
import org.gazouillis.publish.Triage;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.trial.TrialCloser;

/// Lets a member of a [World] stop and triage, each deed in its own transaction.
public record Brake(World world, MemberScope member) {
    public <T> T desk(Function<CrisisDesk, T> deed) {
        return world.as(
                member,
                () -> deed.apply(new CrisisDesk(
                        world.app(),
                        new Permissions(Entities.current(member)),
                        new AuditTrail(world.ids(), world.clock()),
                        world.ids(),
                        world.clock(),
                        new TrialCloser(new AuditTrail(world.ids(), world.clock()), world.clock()))));
    }

    public void tell(Consumer<CrisisDesk> deed) {
        desk(desk -> {
            deed.accept(desk);
            return true;
        });
    }

    public <T> T stops(Function<CrisisStops, T> question) {
        return world.as(
                member,
                () -> question.apply(new CrisisStops(
                        world.app(), new Permissions(Entities.current(member)), Entities.current(member))));
    }

    public <T> T triage(Function<Triage, T> deed) {
        return world.as(
                member,
                () -> deed.apply(new Triage(world.app(), new Permissions(Entities.current(member)), world.ids())));
    }
}
