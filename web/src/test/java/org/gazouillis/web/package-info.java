/// Tests of the package of the same name.
@NullMarked
package org.gazouillis.web;

import org.jspecify.annotations.NullMarked;
