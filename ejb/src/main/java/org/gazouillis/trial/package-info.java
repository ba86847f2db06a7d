/// Finds out which of two texts of a post fares better with our own readers (ADR 165).
///
/// What is to be tried stands on the post (`compose.Trial`); the claim begins the trial with the status, and
/// `timeline.StatusViews` shows each reader their text. Here the people are counted, the trial is ended when enough is
/// known, and whoever plans one is told how many people it takes. Emits `StatusReworded` when the second text stays.
@NullMarked
package org.gazouillis.trial;

import org.jspecify.annotations.NullMarked;
