/// Tests of the package of the same name.
@NullMarked
package org.gazouillis.web.problem;

import org.jspecify.annotations.NullMarked;
