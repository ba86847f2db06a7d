@NullMarked
package org.gazouillis.index;

import org.jspecify.annotations.NullMarked;
