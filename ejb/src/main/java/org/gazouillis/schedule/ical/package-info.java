/// Files of events (iCalendar, RFC 5545), read by biweekly and laid out into single occasions.
@NullMarked
package org.gazouillis.schedule.ical;

import org.jspecify.annotations.NullMarked;
