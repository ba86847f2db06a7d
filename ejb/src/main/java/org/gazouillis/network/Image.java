package org.gazouillis.network;

import org.jspecify.annotations.Nullable;

/// An image of a post on its way.
///
/// @param address where everybody can read it
/// @param alt what it shows; empty when nobody said
/// @param remoteId the network's id of it, once it was brought there; null where nothing is brought
public record Image(
        String address,
        String type,
        int width,
        int height,
        String alt,
        @Nullable String remoteId) {}
