/// The API described by itself: what the resources' annotations say, as an OpenAPI 3.1 document.
@NullMarked
package org.gazouillis.web.openapi;

import org.jspecify.annotations.NullMarked;
