package org.gazouillis.testrig;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gazouillis.audit.AuditTrail;
import org.gazouillis.compose.Plan;
import org.gazouillis.compose.PostComposer;
import org.gazouillis.compose.PostOrder;
import org.gazouillis.compose.Posts;
import org.gazouillis.kernel.PostId;
import org.gazouillis.link.ShortLinks;
import org.gazouillis.link.Shortener;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.MemberScope;

/// Lets a member of a [World] write posts through the real composer, each deed in its own transaction.
public record Pen(World world, MemberScope member) {
    public <T> T ask(Function<PostComposer, T> question) {
        return Entities.as(
                world,
                member,
                entities -> question.apply(new PostComposer(
                        new Posts(entities),
                        world.app(),
                        new Permissions(Entities.current(member)),
                        new AuditTrail(world.ids(), world.clock()),
                        world.ids(),
                        world.links(),
                        shortener())));
    }

    private Shortener shortener() {
        ShortLinks links = new ShortLinks(
                world.app(),
                new Permissions(Entities.current(member)),
                new AuditTrail(world.ids(), world.clock()),
                world.ids(),
                World.OWN);
        return new Shortener(links, World.OWN);
    }

    public void tell(Consumer<PostComposer> deed) {
        ask(composer -> {
            deed.accept(composer);
            return true;
        });
    }

    /// A post of Nord's, on all its accounts.
    public PostId nord(String text, Plan plan) {
        return ask(composer -> composer.write(order(text, plan), null));
    }

    public static PostOrder order(String text, Plan plan) {
        return new PostOrder(World.NORD, text, null, List.of(), null, plan);
    }
}
