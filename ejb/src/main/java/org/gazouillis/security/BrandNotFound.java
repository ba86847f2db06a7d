package org.gazouillis.security;

/// There is no such brand, or the member may not know of it: both answer alike.
public final class BrandNotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrandNotFound(String brand) {
        super("There is no brand \"" + brand + "\" that you can see. GET /api/desk/v1/brands lists yours.");
    }
}
