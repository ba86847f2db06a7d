/// Home, Analytics and the measures API.
///
/// The pages keep brand, period, campaign and measure in their address, so that a link shows what its sender saw.
/// Figures come from `dashboard`, their meaning from `rollup`; here they are only written for people and programs.
@NullMarked
package org.gazouillis.web.dashboard;

import org.jspecify.annotations.NullMarked;
