package org.gazouillis.web.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gazouillis.campaign.CampaignPlanner;
import org.gazouillis.campaign.CampaignSheet;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.jspecify.annotations.Nullable;

/// The campaigns of all brands that the member sees, for programs.
@Path("desk/v1/campaigns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AllCampaignsResource {
    private static final int MOST = 100;

    @Inject
    private CampaignPlanner planner;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the campaigns of all brands, the one that starts last first",
            answer = CampaignJson.class,
            shape = Described.Shape.LIST)
    public ListJson<CampaignJson> list(
            @QueryParam("archived") @DefaultValue("false") boolean archived,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("40") int limit) {
        int offset = cursor != null && cursor.matches("\\d{1,6}") ? Integer.parseInt(cursor) : 0;
        int page = Math.clamp(limit, 1, MOST);
        List<CampaignSheet> sheets = planner.sheets(null, archived, offset, page + 1);
        return new ListJson<>(
                sheets.stream().limit(page).map(CampaignJson::of).toList(),
                sheets.size() > page ? String.valueOf(offset + page) : null);
    }
}
