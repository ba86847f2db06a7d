package org.gazouillis.publish;

/// How much a stop holds back, as far as the member sees.
///
/// @param held came due under it and wait for a person
/// @param soon would go out within 24 hours
/// @param planned would go out some day
/// @param left went out in the time before it
/// @param inFlight were on their way to another network when asked
public record StopFigures(int held, int soon, int planned, int left, int inFlight) {}
