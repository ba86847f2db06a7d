package org.gazouillis.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.notice.NoticeWishes;
import org.gazouillis.security.BrandNames;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// What the member wants to hear of, for programs.
@Path("desk/v1/notice-preferences")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoticeWishesResource {
    @Inject
    private NoticeWishes wishes;

    @Inject
    private BrandNames brands;

    /// @param brand handle or id; all brands when missing
    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "Read which notices the member wants, and how",
            answer = NoticeWishJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<NoticeWishJson> list(@QueryParam("brand") @Nullable String brand) {
        return read(id(brand));
    }

    @PUT
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Choose which notices the member wants, and how",
            answer = NoticeWishJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND, ProblemType.NOT_VALID})
    public ListJson<NoticeWishJson> keep(@Nullable NoticeWishesJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        BrandId brand = id(body.brand());
        List<NoticeWishJson> wanted = body.wishes() == null ? List.of() : body.wishes();
        wishes.keep(brand, wanted.stream().map(NoticeWishJson::wish).toList());
        return read(brand);
    }

    private ListJson<NoticeWishJson> read(@Nullable BrandId brand) {
        return ListJson.all(wishes.of(brand).stream().map(NoticeWishJson::of).toList());
    }

    private @Nullable BrandId id(@Nullable String brand) {
        return brand == null || brand.isBlank() ? null : brands.named(brand).id();
    }
}
