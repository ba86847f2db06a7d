package org.gazouillis.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gazouillis.compose.AccountNotFound;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.rollup.Tally;
import org.gazouillis.rollup.Window;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.AppDb;
import org.gazouillis.tenancy.Sql;
import org.gazouillis.tenancy.VisibleBrand;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads who follows a brand and when its readers are there.
@ApplicationScoped
public class AudienceReports {
    private Jdbi db;
    private Permissions permissions;
    private SettledDays settledDays;

    @Inject
    public AudienceReports(@AppDb Jdbi db, Permissions permissions, SettledDays settledDays) {
        this.db = db;
        this.permissions = permissions;
        this.settledDays = settledDays;
    }

    @SuppressWarnings("NullAway.Init")
    AudienceReports() {}

    /// @param account one of the brand's; null for all of them
    /// @throws AccountNotFound when it is none of the brand's
    @Transactional
    public AudienceReport read(VisibleBrand brand, @Nullable AccountId account, Period period) {
        WorkspaceId workspace =
                permissions.require(brand.id(), Permission.ANALYSE).workspace();
        PerformanceQuery query =
                new PerformanceQuery(brand.id(), period, Step.DAY, subject(brand, account), Window.ACTIVITY);
        return db.withHandle(handle -> {
            Asked asked = Asked.of(handle, workspace, query);
            List<AudienceReport.Language> languages = languages(asked);
            return new AudienceReport(
                    new PerformanceReading(asked, settledDays).read(),
                    languages.stream()
                            .mapToLong(AudienceReport.Language::followers)
                            .sum(),
                    gathered(languages),
                    hours(asked));
        });
    }

    private static Subject subject(VisibleBrand brand, @Nullable AccountId account) {
        if (account == null) {
            return Subject.of(brand.id());
        }
        return brand.accounts().stream()
                .filter(each -> each.id().equals(account))
                .findFirst()
                .map(each -> Subject.of(each.id()))
                .orElseThrow(() -> new AccountNotFound(account));
    }

    private static List<AudienceReport.Language> languages(Asked asked) {
        return asked.ofSubject("""
                        select p.lang, count(distinct p.id) as followers
                        from follow f join social_account a on a.profile_id = f.author_id
                        join profile p on p.id = f.follower_id
                        where a.workspace_id = :workspace and a.brand_id = :brand
                          and (:dimension = 'BRAND' or a.profile_id = :subject)
                        group by p.lang order by followers desc, p.lang
                        """).map(Sql.row(AudienceReport.Language.class)).list();
    }

    private static List<AudienceReport.Language> gathered(List<AudienceReport.Language> all) {
        List<AudienceReport.Language> told = new ArrayList<>(all);
        told.removeIf(language -> language.followers() < AudienceReport.FEWEST_PEOPLE);
        long others = all.stream()
                .filter(language -> !told.contains(language))
                .mapToLong(AudienceReport.Language::followers)
                .sum();
        if (others > 0) {
            told.add(new AudienceReport.Language(null, others));
        }
        return told;
    }

    private static List<AudienceReport.Hour> hours(Asked asked) {
        Map<Integer, Tally> tallies = new HashMap<>();
        asked.ofSubject("""
                        select (extract(isodow from b.local) * 24 + extract(hour from b.local))::int as slot,
                        """ + Tally.columns("sum(b.?) as ?") + """
                         from (
                          select q.*, q.quarter at time zone :zone as local from quarter_bucket q
                          where q.workspace_id = :workspace and q.brand_id = :brand and q.dimension = :dimension
                            and q.subject_id = :subject and q.quarter >= :from and q.quarter < :to) b
                        group by 1
                        """)
                .bind("zone", asked.query().period().zone().getId())
                .bind("from", asked.range().from())
                .bind("to", asked.range().to())
                .map(Sql.row(Slot.class))
                .forEach(row -> tallies.put(row.slot(), row.tally()));
        List<AudienceReport.Hour> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < HoursOfWeek.HOURS; hour++) {
                Tally tally = tallies.getOrDefault(day.getValue() * HoursOfWeek.HOURS + hour, Tally.NONE);
                hours.add(new AudienceReport.Hour(day, hour, tally.views(), tally.engagements()));
            }
        }
        return hours;
    }

    /// @param slot ISO weekday × 24 + hour
    record Slot(int slot, Tally tally) {}
}
