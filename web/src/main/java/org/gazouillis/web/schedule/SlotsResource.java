package org.gazouillis.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.schedule.QueueSlots;
import org.gazouillis.security.BrandNames;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;
import org.gazouillis.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The times of the week at which a brand's queues send, for programs.
@Path("desk/v1/brands/{brand}/slots")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SlotsResource {
    @Inject
    private QueueSlots slots;

    @Inject
    private BrandNames brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(
            summary = "List the times of a brand's queues",
            answer = SlotJson.class,
            shape = Described.Shape.LIST,
            problems = {ProblemType.BRAND_NOT_FOUND})
    public ListJson<SlotJson> list(@PathParam("brand") String brand) {
        return all(brands.named(brand));
    }

    @POST
    @Allows(Access.MEMBER_WRITE)
    @Described(
            summary = "Add a time to an account's queue, on several days of the week",
            answer = SlotJson.class,
            shape = Described.Shape.LIST,
            problems = {
                ProblemType.BRAND_NOT_FOUND,
                ProblemType.ACCOUNT_NOT_FOUND,
                ProblemType.NOT_VALID,
                ProblemType.TIME_NOT_PLANNABLE
            })
    public ListJson<SlotJson> add(@PathParam("brand") String brand, @Nullable NewSlotJson body) {
        if (body == null) {
            throw new BadRequestException();
        }
        VisibleBrand visible = brands.named(brand);
        slots.add(visible.id(), body.accountId(), body.weekdays(), body.time(), body.zoneOr(visible.zone()));
        return all(visible);
    }

    private ListJson<SlotJson> all(VisibleBrand brand) {
        return ListJson.all(slots.of(brand.id()).stream().map(SlotJson::of).toList());
    }
}
