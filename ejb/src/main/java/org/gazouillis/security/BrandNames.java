package org.gazouillis.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;

/// From the word in an address (`/brands/atelier_nord/…`, `?brand=…`, handle or id) to the brand meant.
@ApplicationScoped
public class BrandNames {
    private final VisibleBrands brands;

    @Inject
    public BrandNames(VisibleBrands brands) {
        this.brands = brands;
    }

    BrandNames() {
        this(new VisibleBrands());
    }

    /// @throws BrandNotFound when there is none, or the member may not know of it
    public VisibleBrand named(String brand) {
        return brands.find(brand).orElseThrow(() -> new BrandNotFound(brand));
    }
}
