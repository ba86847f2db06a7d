package org.gazouillis.web.listen;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.kernel.SavedSearchId;
import org.gazouillis.listen.SavedSearches;
import org.gazouillis.listen.SearchQuestion;
import org.gazouillis.listen.StatusSearch;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// One saved search, for programs.
@Path("desk/v1/saved-searches/{id}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SavedSearchResource {
    @Inject
    private SavedSearches searches;

    @Inject
    private StatusSearch statuses;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a saved search",
            answer = SavedSearchJson.class,
            problems = {ProblemType.SAVED_SEARCH_NOT_FOUND})
    public SavedSearchJson read(@PathParam("id") String id) {
        return SavedSearchJson.of(searches.one(SavedSearchId.parse(id)));
    }

    @PATCH
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Rename, change or share a saved search; what is missing stays as it is",
            answer = SavedSearchJson.class,
            problems = {
                ProblemType.SAVED_SEARCH_NOT_FOUND,
                ProblemType.QUERY_NOT_UNDERSTOOD,
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.NOT_VALID
            })
    public SavedSearchJson change(@PathParam("id") String id, @Nullable SearchIdeaJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        SavedSearchId search = SavedSearchId.parse(id);
        return SavedSearchJson.of(searches.change(search, body.over(searches.one(search))));
    }

    @DELETE
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Remove a saved search; it can be restored for a day",
            status = 204,
            problems = {ProblemType.SAVED_SEARCH_NOT_FOUND})
    public void remove(@PathParam("id") String id) {
        searches.remove(SavedSearchId.parse(id));
    }

    @POST
    @Path("restore")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Bring a removed search back",
            answer = SavedSearchJson.class,
            problems = {ProblemType.SAVED_SEARCH_NOT_FOUND})
    public SavedSearchJson restore(@PathParam("id") String id) {
        return SavedSearchJson.of(searches.restore(SavedSearchId.parse(id)));
    }

    /// @param limit 1 to 100; more is cut down to 100
    /// @param cursor `next` of the page before
    @GET
    @Path("posts")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Find what a saved search finds for you",
            answer = SearchJson.class,
            problems = {
                ProblemType.SAVED_SEARCH_NOT_FOUND,
                ProblemType.QUERY_NOT_UNDERSTOOD,
                ProblemType.SEARCH_TOO_BROAD
            })
    public SearchJson posts(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return SearchJson.of(statuses.search(searches.one(SavedSearchId.parse(id))
                .question(Math.clamp(limit, 1, SearchQuestion.MAX_LIMIT), Wish.orNull(cursor))));
    }
}
