/// The micro-blog for programs, shaped like Mastodon's API so that its clients work here: statuses, accounts, lists of
/// them, and what one can do with them. Field names and types follow Mastodon's OpenAPI document.
///
/// Every deed takes `?as=<handle>`, the brand to act as; without it members act as themselves. The timelines and the
/// streams that carry the same records stand in `web.timeline`.
@NullMarked
package org.gazouillis.web.microblog;

import org.jspecify.annotations.NullMarked;
