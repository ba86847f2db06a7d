package org.gazouillis.web.brand;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.web.ListJson;
import org.gazouillis.web.access.Access;
import org.gazouillis.web.access.Allows;
import org.gazouillis.web.openapi.Described;

/// The brands that the caller may see.
@Path("desk/v1/brands")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BrandsResource {
    @Inject
    private VisibleBrands brands;

    @GET
    @Allows(Access.MEMBER_READ)
    @Described(summary = "List your brands with their accounts", answer = BrandJson.class, shape = Described.Shape.LIST)
    public ListJson<BrandJson> list() {
        return ListJson.all(brands.all().stream().map(BrandJson::of).toList());
    }
}
