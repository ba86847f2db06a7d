package org.gazouillis.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gazouillis.intake.BulkFormat;
import org.gazouillis.intake.BulkMode;
import org.gazouillis.intake.BulkPlans;
import org.gazouillis.intake.BulkProfile;
import org.gazouillis.intake.BulkProfiles;
import org.gazouillis.intake.BulkTemplate;
import org.gazouillis.intake.BulkWish;
import org.gazouillis.kernel.BulkId;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.Attachment;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.Located;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.gazouillis.web.shell.WayBack;
import org.jspecify.annotations.Nullable;

/// Plans files of posts for a brand. A file is answered at once with the address of its run; reading goes on behind
/// it.
@Path("desk/v1/brands/{brand}/bulk")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BrandBulkResource {
    private static final int NEWEST = 50;
    private static final String CSV = "text/csv; charset=utf-8";

    @Inject
    private BulkPlans plans;

    @Inject
    private BulkProfiles profiles;

    @Inject
    private BrandNames brands;

    @Inject
    private Clock clock;

    /// Parts of the form: `file`; `mode` (`preview`, which it is when left out, `all-or-nothing`, `row-by-row`);
    /// `profile`, the name of a saved one; `format`, `dateFormat`, `zone`, `account`, `campaign` as in a profile.
    /// With
    /// a part `to`, the answer leads a browser back to that page with `run=<id>` in its query.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Send a file of posts (parts: file, mode, profile, format, dateFormat, zone) to be planned",
            answer = BulkStartedJson.class,
            status = 202,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID, ProblemType.TOO_LARGE})
    public Response start(@PathParam("brand") String brand, List<EntityPart> parts) throws IOException {
        VisibleBrand owner = brands.named(brand);
        Upload upload = Upload.of(parts);
        BulkWish wish = wish(owner, parts);
        String mode = Upload.text(parts, "mode");
        BulkMode wanted = mode == null || mode.isBlank() ? BulkMode.PREVIEW : BulkMode.of(mode.strip());
        BulkId id;
        try (var content = upload.content()) {
            id = plans.start(owner.id(), upload.fileName(), content, wish, wanted);
        }
        if (upload.to() != null) {
            URI back = UriBuilder.fromUri(WayBack.orHome(upload.to()))
                    .queryParam("run", id)
                    .build();
            return Located.at(Response.status(Response.Status.SEE_OTHER), back.toString());
        }
        return Located.at(Response.accepted(new BulkStartedJson(id.toString())), BulkAddress.of(id));
    }

    private BulkWish wish(VisibleBrand owner, List<EntityPart> parts) throws IOException {
        String profile = Upload.text(parts, "profile");
        BulkWish saved = profile == null || profile.isBlank()
                ? BulkWish.NONE
                : profiles.named(owner.id(), profile.strip()).wish();
        return saved.with(BulkWish.of(
                Upload.text(parts, "format"),
                Map.of(),
                Upload.text(parts, "dateFormat"),
                Upload.text(parts, "zone"),
                Upload.text(parts, "account"),
                Upload.text(parts, "campaign")));
    }

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the newest 50 files of posts of a brand (id or handle), the newest first",
            answer = BulkJson.class,
            shape = Described.Shape.LIST,
            problems = ProblemType.BRAND_NOT_FOUND)
    public ListJson<BulkJson> newest(@PathParam("brand") String brand) {
        return ListJson.all(plans.newest(brands.named(brand).id(), NEWEST).stream()
                .map(BulkJson::of)
                .toList());
    }

    @GET
    @Path("templates/{layout}")
    @Produces(CSV)
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Save a file to begin with: hootsuite, sprout, buffer or generic",
            type = "text/csv",
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public Response template(@PathParam("brand") String brand, @PathParam("layout") String layout) {
        VisibleBrand owner = brands.named(brand);
        BulkFormat format = BulkFormat.of(layout);
        String account = owner.accounts().stream()
                .findFirst()
                .map(each -> each.network() + ":" + each.handle())
                .orElse("");
        return Response.ok(BulkTemplate.of(format, LocalDate.now(clock.withZone(owner.zone())), account), CSV)
                .header(Attachment.HEADER, Attachment.named("gazouillis-" + layout + ".csv"))
                .build();
    }

    @GET
    @Path("profiles")
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List what a brand's members saved about files, by name",
            answer = BulkProfileJson.class,
            shape = Described.Shape.LIST,
            problems = ProblemType.BRAND_NOT_FOUND)
    public ListJson<BulkProfileJson> profiles(@PathParam("brand") String brand) {
        return ListJson.all(profiles.all(brands.named(brand).id()).stream()
                .map(BulkProfileJson::of)
                .toList());
    }

    @PUT
    @Path("profiles/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Save what is said about files of one origin under a name",
            answer = BulkProfileJson.class,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public BulkProfileJson save(
            @PathParam("brand") String brand, @PathParam("name") String name, @Nullable BulkWishJson body) {
        BulkWishJson wish = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        BulkProfile profile = new BulkProfile(name, wish.wish());
        profiles.save(brands.named(brand).id(), profile);
        return BulkProfileJson.of(profile);
    }

    @DELETE
    @Path("profiles/{name}")
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Forget a saved profile",
            status = 204,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.IMPORT_NOT_FOUND})
    public void forget(@PathParam("brand") String brand, @PathParam("name") String name) {
        profiles.delete(brands.named(brand).id(), name);
    }
}
