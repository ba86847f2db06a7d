package org.gazouillis.web.link;

import org.gazouillis.link.LinkDay;

/// Clicks of a day.
public record LinkDayJson(String day, int clicks, int robots) {
    static LinkDayJson of(LinkDay day) {
        return new LinkDayJson(day.day().toString(), day.clicks(), day.robots());
    }
}
