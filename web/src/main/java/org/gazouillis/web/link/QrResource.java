package org.gazouillis.web.link;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.gazouillis.kernel.LinkId;
import org.gazouillis.link.OwnAddress;
import org.gazouillis.link.QrCode;
import org.gazouillis.link.ShortLinks;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;

/// A short link for paper: clicks of those who scan it are counted as all others.
@Path("desk/v1/links/{id}")
@RequestScoped
public class QrResource {
    @Inject
    private ShortLinks links;

    @Inject
    private OwnAddress own;

    @GET
    @Path("qr.svg")
    @Produces("image/svg+xml")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Draw a short link as a QR code",
            type = "image/svg+xml",
            problems = {ProblemType.LINK_NOT_FOUND})
    public Response drawing(@PathParam("id") String id) {
        String code = links.one(LinkId.parse(id)).code();
        return file(QrCode.of(own.link(code)).svg(), code + ".svg");
    }

    @GET
    @Path("qr.png")
    @Produces("image/png")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Paint a short link as a QR code, 128 to 2048 pixels wide",
            type = "image/png",
            problems = {ProblemType.LINK_NOT_FOUND})
    public Response picture(@PathParam("id") String id, @QueryParam("width") @DefaultValue("1024") int width) {
        String code = links.one(LinkId.parse(id)).code();
        return file(QrCode.of(own.link(code)).png(width), code + ".png");
    }

    private static Response file(Object content, String name) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .build();
    }
}
