/// Short links: readers at `/l/<code>`, members at `/link/list` and `/link/one`, programs below `/api/desk/v1/links`.
@NullMarked
package org.gazouillis.web.link;

import org.jspecify.annotations.NullMarked;
