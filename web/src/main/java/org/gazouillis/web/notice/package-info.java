/// Notices: the bell in the frame, the pages `/notice/notices` and `/notice/settings`, and the same for programs.
@NullMarked
package org.gazouillis.web.notice;

import org.jspecify.annotations.NullMarked;
