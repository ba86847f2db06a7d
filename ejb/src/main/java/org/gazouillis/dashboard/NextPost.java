package org.gazouillis.dashboard;

import java.time.Instant;
import org.gazouillis.kernel.BrandId;
import org.gazouillis.kernel.PostId;

/// A planned post that will go out soon.
public record NextPost(BrandId brandId, PostId id, Instant dueAt, String text, String lang) {}
