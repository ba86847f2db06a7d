package org.gazouillis.network;

import org.jspecify.annotations.Nullable;

/// A status as the other network has it: its id there, and where people see it.
public record RemoteStatus(String id, @Nullable String url) {}
