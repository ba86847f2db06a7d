package org.gazouillis.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    private String colour = "#0B6E75";
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    private Campaign(CampaignId id, CampaignIdea idea, Instant at) {
        this.id = id.value();
        brandId = idea.brand().value();
        name = idea.name();
        slug = idea.slug();
        startsOn = idea.startsOn();
        endsOn = idea.endsOn();
        hashtags = idea.hashtags();
        createdAt = at;
    }

    static Campaign open(CampaignId id, CampaignIdea idea, Instant at) {
        return new Campaign(id, idea, at);
    }

    public CampaignCard card() {
        return new CampaignCard(new CampaignId(id), new BrandId(brandId), name, slug, startsOn, endsOn, hashtags);
    }
}
