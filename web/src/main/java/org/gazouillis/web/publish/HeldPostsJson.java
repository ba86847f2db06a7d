package org.gazouillis.web.publish;

import java.util.List;

/// What waits for triage: the first two hundred, and how many there are in all.
public record HeldPostsJson(List<HeldPostJson> items, int all) {}
