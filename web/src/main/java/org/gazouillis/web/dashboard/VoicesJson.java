package org.gazouillis.web.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All voices of a brand in their order.
///
/// @param voices two to six, or none to forget them
public record VoicesJson(@Nullable List<VoiceJson> voices) {}
