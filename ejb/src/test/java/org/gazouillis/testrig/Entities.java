package org.gazouillis.testrig;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.gazouillis.campaign.Campaign;
import org.gazouillis.compose.Post;
import org.gazouillis.tenancy.CurrentMember;
import org.gazouillis.tenancy.MemberScope;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.jdbi.v3.core.Handle;

/// Entities in a [World], with the mapping and the settings that the server uses.
public final class Entities {
    private static final SessionFactory FACTORY = new Configuration()
            .addAnnotatedClass(Campaign.class)
            .addAnnotatedClass(Post.class)
            .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
            .setProperty("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
            .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
            .buildSessionFactory();

    private Entities() {}

    /// Runs the work in one transaction of the walled role on behalf of this member, with an entity manager on it.
    public static <T> T as(World world, MemberScope member, Function<EntityManager, T> work) {
        return world.as(member, () -> {
            try (Handle handle = world.app().open();
                    Session session = FACTORY.withOptions()
                            .connection(handle.getConnection())
                            .tenantIdentifier((Object) member.workspace().value())
                            .openSession()) {
                session.beginTransaction();
                T result = work.apply(session);
                session.getTransaction().commit();
                return result;
            }
        });
    }

    public static CurrentMember current(MemberScope member) {
        CurrentMember current = new CurrentMember();
        current.become(member);
        return current;
    }
}
