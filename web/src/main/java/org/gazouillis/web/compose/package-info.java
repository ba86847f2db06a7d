/// Writing posts: the resources under `/api/desk/v1` for posts and the page `/compose/new`.
@NullMarked
package org.gazouillis.web.compose;

import org.jspecify.annotations.NullMarked;
