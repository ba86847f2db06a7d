/// Tests of the package of the same name.
@NullMarked
package org.gazouillis.web.shell;

import org.jspecify.annotations.NullMarked;
