package org.gazouillis.tenancy;

import java.util.List;
import org.gazouillis.testrig.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Row-level security alone, without any filter of the application.
class WallTest {
    private static World world;

    @BeforeAll
    static void build() {
        world = World.fresh();
    }

    @Test
    void everyTableOfATenantHasAWall() {
        List<String> open = world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
                        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
                          and not c.relrowsecurity
                          and has_table_privilege('gazouillis_app', c.oid, 'select, insert, update, delete')
                        """).mapTo(String.class).list());
        assertThat(open).isEmpty();
    }

    @Test
    void everyTableOfABrandHasAWallForTheBrandToo() {
        List<String> open = world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'brand_id' and not a.attisdropped
                        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
                          and has_table_privilege('gazouillis_app', c.oid, 'select, insert, update, delete')
                          and not exists (select from pg_policies p
                            where p.tablename = c.relname and p.qual like '%app_brands%' and p.with_check like '%app_brands%')
                        """).mapTo(String.class).list());
        assertThat(open).isEmpty();
    }

    @Test
    void partitionsCannotBeReachedPastTheWallOfTheirTable() {
        List<String> open = world.worker()
                .withHandle(
                        handle -> handle.createQuery("""
                        select c.relname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
                        where c.relispartition and not c.relrowsecurity
                          and has_table_privilege('gazouillis_app', c.oid, 'select, insert, update, delete')
                        """).mapTo(String.class).list());
        assertThat(open).isEmpty();
    }

    @Test
    void nobodySeesNothing() {
        assertThat(count(null, "brand")).isZero();
        assertThat(count(null, "member")).isZero();
    }

    @Test
    void aMemberSeesTheirBrandsOnly() {
        assertThat(count(World.ANNA, "brand")).isEqualTo(2);
        assertThat(count(World.MARC, "brand")).isEqualTo(1);
        assertThat(count(World.RITA, "brand")).isEqualTo(1);
        assertThat(count(World.MARC, "social_account")).isEqualTo(1);
    }

    @Test
    void aForeignRowCannotBeChangedDeletedOrMovedOver() {
        int changed = world.as(
                World.MARC,
                () -> world.app()
                        .withHandle(handle -> handle.execute("update brand set name = 'stolen' where id in (202, 203)")
                                + handle.execute("delete from brand where id in (202, 203)")));
        assertThat(changed).isZero();
        assertThatThrownBy(() -> world.as(
                        World.MARC,
                        () -> world.app()
                                .withHandle(handle -> handle.execute(
                                        "update social_account set brand_id = 202 where brand_id = 201"))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void whatWasWrittenIntoTheTrailStays() {
        world.worker()
                .useHandle(handle -> handle.execute(
                        "insert into audit_entry (workspace_id, id, at, action) values (101, 1, now(), 'tested')"));
        assertThatThrownBy(() -> world.worker().withHandle(handle -> handle.execute("delete from audit_entry")))
                .hasMessageContaining("permission denied");
    }

    private static long count(@org.jspecify.annotations.Nullable MemberScope member, String table) {
        String sql = "select count(*) from " + table;
        return member == null
                ? world.app()
                        .withHandle(handle ->
                                handle.createQuery(sql).mapTo(Long.class).one())
                : world.as(
                        member,
                        () -> world.app()
                                .withHandle(handle -> handle.createQuery(sql)
                                        .mapTo(Long.class)
                                        .one()));
    }
}
