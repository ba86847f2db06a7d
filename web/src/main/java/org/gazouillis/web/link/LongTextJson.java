package org.gazouillis.web.link;

import org.jspecify.annotations.Nullable;

/// A text whose addresses are to become short links, and the campaign whose UTM parameters they carry.
public record LongTextJson(@Nullable String text, @Nullable String campaign) {}
