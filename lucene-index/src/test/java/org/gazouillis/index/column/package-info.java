@NullMarked
package org.gazouillis.index.column;

import org.jspecify.annotations.NullMarked;
