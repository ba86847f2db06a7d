package org.gazouillis.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.gazouillis.intake.ImportRun;
import org.gazouillis.intake.Imports;
import org.gazouillis.kernel.ImportId;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// One import: how far it has come, and what was refused.
@Path("desk/v1/imports/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private static final String CSV = "text/csv; charset=utf-8";

    @Inject
    private Imports imports;

    @Inject
    private Permissions permissions;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Tell how far an import has come",
            answer = ImportJson.class,
            problems = ProblemType.IMPORT_NOT_FOUND)
    public ImportJson one(@PathParam("id") String id) {
        return ImportJson.of(imports.find(ImportId.parse(id)));
    }

    @GET
    @Path("errors.csv")
    @Produces(CSV)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save the refused rows of an import: line, column, value, reason",
            type = "text/csv",
            problems = ProblemType.IMPORT_NOT_FOUND)
    public Response errors(@PathParam("id") String id) {
        ImportRun run = imports.find(ImportId.parse(id));
        // Asked before the first byte, while the answer can still be a refusal.
        permissions.require(run.brandId(), Permission.IMPORT);
        StreamingOutput rows = out -> imports.writeRejects(run.id(), out);
        return Response.ok(rows, CSV)
                .header(Attachment.HEADER, Attachment.named(run.fileName() + ".rejected.csv"))
                .build();
    }
}
