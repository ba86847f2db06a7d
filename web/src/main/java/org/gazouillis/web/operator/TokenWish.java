package org.gazouillis.web.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// For whom: the member with this address, or the first owner of the brand with this handle. `scopes` are `read` and
/// `write`; both when none is given.
public record TokenWish(
        @Nullable String email,
        @Nullable String brand,
        @Nullable List<String> scopes) {}
