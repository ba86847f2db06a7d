package org.gazouillis.web.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which notices were read; all of them when `notices` is missing.
public record ReadJson(@Nullable List<String> notices) {}
