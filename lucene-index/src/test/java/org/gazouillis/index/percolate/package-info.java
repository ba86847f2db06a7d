@NullMarked
package org.gazouillis.index.percolate;

import org.jspecify.annotations.NullMarked;
