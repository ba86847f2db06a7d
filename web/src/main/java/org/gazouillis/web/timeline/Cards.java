package org.gazouillis.web.timeline;

import java.util.List;

/// A page of a timeline: its articles and the address of the older ones, empty when there are none.
public record Cards(List<Card> items, String older) {
    static final Cards NONE = new Cards(List.of(), "");
}
