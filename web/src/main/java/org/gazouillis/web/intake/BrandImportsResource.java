package org.gazouillis.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.gazouillis.intake.Imports;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.shell.WayBack;

/// Brings foreign files in. A file is answered at once with the address of its run; the reading goes on behind it.
@Path("desk/v1/brands/{brand}/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BrandImportsResource {
    private static final int NEWEST = 50;

    @Inject
    private Imports imports;

    @Inject
    private BrandNames brands;

    /// Parts of the form: `file`; `format` (`auto`, `x-activity`, `x-content`, `mapped`); `mapping` (JSON: which
    /// column means what). With a part `to`, the answer leads a browser back to that page with `run=<id>` in its
    /// query.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Import a file of posts (form parts: file, format, mapping) for a brand (id or handle)",
            answer = ImportStartedJson.class,
            status = 202,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.TOO_LARGE})
    public Response start(@PathParam("brand") String brand, List<EntityPart> parts) throws IOException {
        VisibleBrand owner = brands.named(brand);
        Upload upload = Upload.of(parts);
        ImportId id;
        try (var content = upload.content()) {
            id = imports.start(owner.id(), upload.fileName(), content, upload.format(), upload.mapping());
        }
        if (upload.to() != null) {
            URI back = UriBuilder.fromUri(WayBack.orHome(upload.to()))
                    .queryParam("run", id)
                    .build();
            return Located.at(Response.status(Response.Status.SEE_OTHER), back.toString());
        }
        return Located.at(Response.accepted(new ImportStartedJson(id.toString())), ImportAddress.of(id));
    }

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the newest 50 imports of a brand (id or handle), the newest first",
            answer = ImportJson.class,
            shape = Described.Shape.LIST,
            problems = ProblemType.BRAND_NOT_FOUND)
    public ListJson<ImportJson> newest(@PathParam("brand") String brand) {
        return ListJson.all(imports.newest(brands.named(brand).id(), NEWEST).stream()
                .map(ImportJson::of)
                .toList());
    }
}
