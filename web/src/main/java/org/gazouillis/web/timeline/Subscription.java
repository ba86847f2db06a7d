package org.gazouillis.web.timeline;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.gazouillis.timeline.LiveReader;
import org.gazouillis.timeline.StatusView;
import org.gazouillis.web.microblog.Addresses;

/// An open stream: where it goes, where its events wait, and what it missed, oldest first.
record Subscription(SseEventSink sink, Sse sse, LiveReader reader, List<StatusView> missed, Addresses addresses) {}
