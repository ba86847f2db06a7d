/// Tests of the package of the same name.
@NullMarked
package org.gazouillis.web.i18n;

import org.jspecify.annotations.NullMarked;
