package org.gazouillis.security;

/// Who begins an empty house: their workspace, themselves, and their first brand.
public record FirstOwner(
        String workspace,
        String name,
        String email,
        String password,
        String brandHandle,
        String brandName,
        String zone,
        String locale) {}
