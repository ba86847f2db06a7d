package org.gazouillis.web.publish;

import java.util.List;

/// The posts and the free queue times of one day in the brand's zone, under the day's name ("Tuesday 24 November
/// 2026").
public record QueueDay(String title, List<QueueLine> lines) {}
