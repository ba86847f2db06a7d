/// Tests of the package of the same name.
@NullMarked
package org.gazouillis.web.access;

import org.jspecify.annotations.NullMarked;
