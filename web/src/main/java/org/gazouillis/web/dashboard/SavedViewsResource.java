package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.gazouillis.dashboard.SavedViews;
import org.gazouillis.kernel.SavedViewId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Views of Explore that are kept, for programs.
@Path("desk/v1/brands/{brand}/views")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SavedViewsResource {
    @Inject
    private SavedViews views;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List your saved views of a brand and those shared with its members",
            answer = SavedViewJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<SavedViewJson> list(@PathParam("brand") String handle) {
        VisibleBrand brand = brands.named(handle);
        return ListJson.all(views.all(brand.id()).stream()
                .map(view -> SavedViewJson.of(brand.handle(), view))
                .toList());
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Save a view, private or shared with the members of the brand",
            answer = SavedViewJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public Response keep(@PathParam("brand") String handle, @Nullable ViewIdeaJson body) {
        VisibleBrand brand = brands.named(handle);
        SavedViewJson kept = SavedViewJson.of(
                brand.handle(), views.keep(brand.id(), given(body).idea(brand.handle())));
        return Located.at(
                Response.status(Response.Status.CREATED).entity(kept),
                "/api/desk/v1/brands/" + brand.handle() + "/views/" + kept.id());
    }

    @GET
    @Path("{id}")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read a saved view",
            answer = SavedViewJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.SAVED_VIEW_NOT_FOUND})
    public SavedViewJson read(@PathParam("brand") String handle, @PathParam("id") String id) {
        VisibleBrand brand = brands.named(handle);
        return SavedViewJson.of(brand.handle(), views.one(brand.id(), SavedViewId.parse(id)));
    }

    @PATCH
    @Path("{id}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Rename, change or share a saved view; what is missing stays as it is",
            answer = SavedViewJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.SAVED_VIEW_NOT_FOUND, ProblemType.NOT_VALID})
    public SavedViewJson change(
            @PathParam("brand") String handle, @PathParam("id") String id, @Nullable ViewIdeaJson body) {
        VisibleBrand brand = brands.named(handle);
        SavedViewId view = SavedViewId.parse(id);
        return SavedViewJson.of(
                brand.handle(),
                views.change(brand.id(), view, given(body).over(brand.handle(), views.one(brand.id(), view))));
    }

    @DELETE
    @Path("{id}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Remove a saved view; it can be restored for a day",
            status = 204,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.SAVED_VIEW_NOT_FOUND})
    public void remove(@PathParam("brand") String handle, @PathParam("id") String id) {
        views.remove(brands.named(handle).id(), SavedViewId.parse(id));
    }

    @POST
    @Path("{id}/restore")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Bring a removed view back",
            answer = SavedViewJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.SAVED_VIEW_NOT_FOUND})
    public SavedViewJson restore(@PathParam("brand") String handle, @PathParam("id") String id) {
        VisibleBrand brand = brands.named(handle);
        return SavedViewJson.of(brand.handle(), views.restore(brand.id(), SavedViewId.parse(id)));
    }

    private static ViewIdeaJson given(@Nullable ViewIdeaJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }
}
