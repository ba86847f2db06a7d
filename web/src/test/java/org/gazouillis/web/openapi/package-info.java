/// Tests of the package of the same name.
@NullMarked
package org.gazouillis.web.openapi;

import org.jspecify.annotations.NullMarked;
