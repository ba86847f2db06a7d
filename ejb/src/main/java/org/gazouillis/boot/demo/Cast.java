package org.gazouillis.boot.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.MemberId;
import org.gazouillis.kernel.WorkspaceId;
import org.gazouillis.tenancy.NewBrand;
import org.gazouillis.tenancy.NewMember;
import org.gazouillis.tenancy.Role;
import org.gazouillis.tenancy.Workspaces;
import org.jdbi.v3.core.Handle;

/// Who works in the demo, for whom, and in which campaigns.
@ApplicationScoped
public class Cast {
    static final List<String> OWN = List.of("velonord", "maisonlune", "harborcoffee");
    static final String RIVAL = "atelierrival";

    private final Workspaces workspaces;

    @Inject
    public Cast(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    Cast() {
        this(new Workspaces());
    }

    /// Founds the agency with its three brands and six members, and the other agency.
    ///
    /// @param hash of the password of all
    void gather(String hash) {
        WorkspaceId agency = workspaces.found("Agence Pivoine");
        List<BrandId> brands =
                OWN.stream().map(handle -> brand(agency, Script.of(handle))).toList();
        BrandId velo = brands.get(0);
        BrandId lune = brands.get(1);
        grant(agency, member(agency, "owner", "Claire Pivoine", "en", hash), Role.OWNER);
        grant(agency, member(agency, "manager", "Mathieu Lambert", "fr", hash), Role.MANAGER);
        MemberId author = member(agency, "author", "Amina Belkacem", "fr", hash);
        workspaces.grant(agency, author, velo, Role.AUTHOR);
        workspaces.grant(agency, author, lune, Role.AUTHOR);
        grant(agency, member(agency, "approver", "Jonas Keller", "en", hash), Role.APPROVER);
        grant(agency, member(agency, "analyst", "Grace Liu", "en", hash), Role.ANALYST);
        workspaces.grant(agency, member(agency, "client", "Paul Verhaeghe", "fr", hash), velo, Role.CLIENT);

        WorkspaceId other = workspaces.found("Autre agence");
        brand(other, Script.of(RIVAL));
        NewMember rival = new NewMember(other, "rival@other.example", "Rita Fontana", hash, "fr", "rita_fontana");
        grant(other, workspaces.addMember(rival), Role.OWNER);
    }

    void openCampaigns(Handle handle, Voice voice, Instant base) {
        LocalDate today = LocalDate.ofInstant(base, voice.script().zone());
        BackDatedIds ids =
                new BackDatedIds(Chance.of("campaigns-" + voice.script().handle()));
        handle.execute(
                "update profile set created_at = ? where id = ?", base.minus(Duration.ofDays(420)), voice.profile());
        for (Script.Idea idea : voice.script().campaigns()) {
            LocalDate startsOn = today.plusDays(idea.from());
            Instant opened =
                    startsOn.minusDays(14).atStartOfDay(voice.script().zone()).toInstant();
            handle.createUpdate("""
                            insert into campaign (workspace_id, id, brand_id, name, slug, starts_on, ends_on, hashtags,
                              colour, goal_measure, goal_target, goal_on, budget_amount, budget_currency, created_at)
                            values (:workspace, :id, :brand, :name, :slug, :starts, :ends, :tags,
                              :colour, :goal, :target, :ends, :budget, 'EUR', :created)
                            """)
                    .bindMap(Map.of(
                            "workspace",
                            voice.workspace(),
                            "id",
                            ids.at(opened),
                            "brand",
                            voice.brand(),
                            "name",
                            idea.name(),
                            "slug",
                            idea.slug(),
                            "starts",
                            startsOn,
                            "ends",
                            today.plusDays(idea.to()),
                            "created",
                            opened))
                    .bind("tags", new String[] {idea.hashtag()})
                    .bind("colour", voice.script().colour())
                    .bind("goal", idea.goal())
                    .bind("target", idea.target())
                    .bind("budget", idea.budget())
                    .execute();
        }
    }

    private BrandId brand(WorkspaceId workspace, Script script) {
        return workspaces.addBrand(new NewBrand(
                workspace, script.handle(), script.name(), script.zone().getId(), script.colour(), script.lang()));
    }

    private MemberId member(WorkspaceId workspace, String role, String name, String lang, String hash) {
        return workspaces.addMember(
                new NewMember(workspace, role + "@demo.example", name, hash, lang, Crowd.handle(name)));
    }

    private void grant(WorkspaceId workspace, MemberId member, Role role) {
        workspaces.grant(workspace, member, null, role);
    }
}
