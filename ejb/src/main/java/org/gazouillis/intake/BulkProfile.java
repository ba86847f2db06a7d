package org.gazouillis.intake;

/// What a member says about files of one origin, under a name that the brand's members share.
public record BulkProfile(String name, BulkWish wish) {}
