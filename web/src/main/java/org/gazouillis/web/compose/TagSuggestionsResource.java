package org.gazouillis.web.compose;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.compose.TagSuggestions;
import org.gazouillis.kernel.CampaignId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Hashtags that would fit a text, for programs and the composer.
@Path("desk/v1/brands/{brand}/hashtags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TagSuggestionsResource {
    @Inject
    private TagSuggestions suggestions;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Suggest hashtags for a text: the campaign's, those used together, those used often",
            answer = TagSuggestionJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<TagSuggestionJson> fitting(
            @PathParam("brand") String brand,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("campaign") @Nullable String campaign) {
        CampaignId of = campaign == null || campaign.isBlank() ? null : CampaignId.parse(campaign);
        return ListJson.all(suggestions.fitting(brands.named(brand).id(), text, of).stream()
                .map(TagSuggestionJson::of)
                .toList());
    }
}
