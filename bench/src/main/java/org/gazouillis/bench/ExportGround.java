package org.gazouillis.bench;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.gazouillis.database.DatabaseAccess;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.ProfileId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.MemberScope;
import org.gazouillis.tenancy.Role;

/// A migrated database with one brand and its statuses: every tenth from a post of one of twenty campaigns, texts
/// with quotes, separators, line breaks, and mentions that a spreadsheet would take for formulas; figures for each.
final class ExportGround {
    static final long WORKSPACE = 1;
    static final long BRAND = 2;
    static final MemberScope OWNER = new MemberScope(
            new WorkspaceId(WORKSPACE),
            new MemberId(5),
            new ProfileId(3),
            "bench@gazouillis.example",
            Map.of(new BrandId(BRAND), Set.of(Role.OWNER)),
            MemberScope.ALL_SCOPES);

    private ExportGround() {}

    static void lay(DatabaseAccess access, int rows) {
        Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .load()
                .migrate();
        try (var connection = access.connect(access.worker());
                var statement = connection.createStatement()) {
            statement.execute(people());
            statement.execute(statuses(rows));
        } catch (SQLException refused) {
            throw new IllegalStateException("The statuses to export could not be written.", refused);
        }
        try (var connection = access.connect(access.owner());
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        } catch (SQLException refused) {
            throw new IllegalStateException("The statuses to export could not be analysed.", refused);
        }
    }

    private static String people() {
        return """
                insert into workspace values (1, 'Bench', now());
                insert into profile (id, handle, name, created_at, active_at) values (3, 'nord', 'Nord', now(), now());
                insert into brand (workspace_id, id, handle, name, zone, created_at)
                  values (1, 2, 'nord', 'Nord', 'Europe/Paris', now());
                insert into social_account (workspace_id, id, brand_id, network, handle, profile_id, created_at)
                  values (1, 4, 2, 'gazouillis', 'nord', 3, now());
                insert into member (workspace_id, id, email, name, password_hash, profile_id, created_at)
                  values (1, 5, 'bench@gazouillis.example', 'Bench', 'none', 3, now());
                insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, created_at)
                  select 1, 100 + n, 2, 'Campaign ' || n, 'campaign-' || n, '2026-01-01', '2026-12-31', now()
                  from generate_series(0, 19) n;
                """;
    }

    private static String statuses(int rows) {
        return String.format(Locale.ROOT, """
                create temp table ground as
                  select n, ((extract(epoch from at) * 1000)::bigint << 16) | 1 as id, at,
                         case n %% 4 when 0 then '@anna, what is new "today"? #bench' || n %% 50
                                     when 1 then 'Déjeuner à midi; bring bread,' || chr(10) || 'and candles ' || n
                                     else 'Nothing special in status number ' || n || ' https://nord.example/' || n end as text
                  from (select n, timestamptz '2026-01-01 00:00:00Z' + n * interval '20.123 seconds' as at
                        from generate_series(1, %1$d) n) dated;
                insert into post (workspace_id, id, brand_id, campaign_id, author_id, text, lang, state, due_at, zone,
                                  content_hash, created_at, updated_at)
                  select 1, id + 1, 2, 100 + n / 10 %% 20, 5, text, 'en', 'PUBLISHED', at, 'Europe/Paris', '', at, at
                  from ground where n %% 10 = 0;
                insert into publication (workspace_id, id, post_id, brand_id, account_id, network, profile_id, state, status_id)
                  select 1, id + 2, id + 1, 2, 4, 'gazouillis', 3, 'CONFIRMED', id from ground where n %% 10 = 0;
                insert into status (id, profile_id, text, lang, created_at, conversation_id, publication_id)
                  select id, 3, text, 'en', at, id, case when n %% 10 = 0 then id + 2 end from ground;
                insert into status_total (workspace_id, brand_id, status_id, views, likes, reposts, replies, reach)
                  select 1, 2, id, n %% 5000, n %% 90, n %% 30, n %% 7, n %% 4000 from ground;
                drop table ground;
                """, rows);
    }
}
