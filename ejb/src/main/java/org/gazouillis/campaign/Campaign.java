package org.gazouillis.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.CampaignId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The dated umbrella over a brand's posts. First and last day are both inside; days are those of the brand's zone.
@Entity
@SuppressWarnings("UnusedVariable") // Hibernate reads every field
@Table(name = "campaign")
public class Campaign {
    @Id
    private long id;

    @TenantId
    private @Nullable Long workspaceId;

    private long brandId;
    private String name;
    private String slug;
    private LocalDate startsOn;
    private LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> hashtags;

    private String colour;
    private @Nullable String goalMeasure;
    private @Nullable Long goalTarget;
    private @Nullable LocalDate goalOn;
    private @Nullable BigDecimal budgetAmount;
    private @Nullable String budgetCurrency;
    private String utm;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Long> accountIds;

    private Instant createdAt;
    private @Nullable Instant archivedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    private Campaign(CampaignId id, CampaignIdea idea, CampaignTerms terms, Instant at) {
        this.id = id.value();
        brandId = idea.brand().value();
        createdAt = at;
        write(idea);
        write(terms);
    }

    static Campaign open(CampaignId id, CampaignIdea idea, CampaignTerms terms, Instant at) {
        return new Campaign(id, idea, terms, at);
    }

    /// Becomes what the idea and the terms say; the brand stays.
    void become(CampaignIdea idea, CampaignTerms terms) {
        write(idea);
        write(terms);
    }

    /// Puts it away, or back into use.
    void archive(@Nullable Instant at) {
        archivedAt = at;
    }

    int version() {
        return version;
    }

    BrandId brand() {
        return new BrandId(brandId);
    }

    String slug() {
        return slug;
    }

    private void write(CampaignIdea idea) {
        name = idea.name();
        slug = idea.slug();
        startsOn = idea.startsOn();
        endsOn = idea.endsOn();
        hashtags = idea.hashtags();
    }

    private void write(CampaignTerms terms) {
        Goal goal = terms.goal();
        goalMeasure = goal == null ? null : goal.measure().key();
        goalTarget = goal == null ? null : Long.valueOf(goal.target());
        goalOn = goal == null ? null : goal.on();
        Budget budget = terms.budget();
        budgetAmount = budget == null ? null : budget.amount();
        budgetCurrency = budget == null ? null : budget.currency();
        utm = terms.utm().text();
        accountIds = terms.accounts().stream().map(AccountId::value).toList();
        colour = terms.colour();
    }

    public CampaignCard card() {
        return new CampaignCard(new CampaignId(id), new BrandId(brandId), name, slug, startsOn, endsOn, hashtags);
    }
}
