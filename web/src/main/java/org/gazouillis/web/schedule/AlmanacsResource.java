package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.gazouillis.kernel.AlmanacId;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.schedule.Almanac;
import org.gazouillis.schedule.Almanacs;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.shell.WayBack;

/// Files of holidays and own events, of the workspace and of its brands.
@Path("desk/v1/almanacs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlmanacsResource {
    @Inject
    private Almanacs almanacs;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the files of holidays and events that you see, the newest first",
            answer = AlmanacJson.class,
            shape = Described.Shape.LIST)
    public ListJson<AlmanacJson> list() {
        return ListJson.all(almanacs.all().stream().map(AlmanacJson::of).toList());
    }

    /// Parts of the form: `file`; `brand` (id or handle; without it the file counts for every brand); with a part
    /// `to` the answer leads a browser back to that page.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Add an .ics file of holidays or events (form parts: file, brand); taken whole or not at all",
            answer = AlmanacJson.class,
            status = 201,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.FILE_NOT_UNDERSTOOD, ProblemType.TOO_LARGE})
    public Response add(List<EntityPart> parts) throws IOException {
        AlmanacUpload upload = AlmanacUpload.of(parts);
        BrandId brand =
                upload.brand() == null ? null : brands.named(upload.brand()).id();
        Almanac added = almanacs.add(brand, upload.fileName(), upload.bytes());
        return upload.to() == null
                ? Response.status(Response.Status.CREATED)
                        .entity(AlmanacJson.of(added))
                        .build()
                : Response.status(Response.Status.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, WayBack.orHome(upload.to()))
                        .build();
    }

    @DELETE
    @Path("{id}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Take a file of events out of every calendar; it can be restored within a day",
            status = 204,
            problems = ProblemType.ALMANAC_NOT_FOUND)
    public void remove(@PathParam("id") String id) {
        almanacs.remove(AlmanacId.parse(id));
    }

    @PUT
    @Path("{id}/restored")
    @Allows(Access.MEMBER_WRITE)
    @Described(summary = "Bring a removed file of events back", status = 204, problems = ProblemType.ALMANAC_NOT_FOUND)
    public void restore(@PathParam("id") String id) {
        almanacs.restore(AlmanacId.parse(id));
    }
}
