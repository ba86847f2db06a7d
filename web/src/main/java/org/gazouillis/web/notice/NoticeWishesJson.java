package org.gazouillis.web.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a member wants to hear of.
///
/// @param brand handle or id; all brands when missing
public record NoticeWishesJson(
        @Nullable String brand, @Nullable List<NoticeWishJson> wishes) {}
