/// The timelines: six pages (home, public, profile, thread, hashtag, bookmarks), the same lists for programs in
/// Mastodon's shape, and the event streams that tell open pages what is new.
///
/// Pages show [org.gazouillis.web.timeline.Card]s with one article template; older ones come by a plain link. What
/// arrives meanwhile is only counted on the page, by `timeline.js` over an `EventSource`.
@NullMarked
package org.gazouillis.web.timeline;

import org.jspecify.annotations.NullMarked;
