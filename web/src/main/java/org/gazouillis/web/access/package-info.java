/// Who is calling, and may they? Read in this order: [org.gazouillis.web.access.Identification] finds the member of a
/// request once, by token or session; [org.gazouillis.web.access.PageGate] stands before the pages,
/// [org.gazouillis.web.access.AccessGuard] before each method of the API as its
/// [org.gazouillis.web.access.Allows] says. Rights for a brand are asked by the capabilities themselves.
@NullMarked
package org.gazouillis.web.access;

import org.jspecify.annotations.NullMarked;
