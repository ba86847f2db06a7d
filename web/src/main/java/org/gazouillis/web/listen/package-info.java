/// Search as the web sees it: `GET /api/desk/v1/search` and the page `/listen/search`. Both hand a question to
/// [org.gazouillis.listen.StatusSearch] and show its answer; what may be found is decided there.
@NullMarked
package org.gazouillis.web.listen;

import org.jspecify.annotations.NullMarked;
