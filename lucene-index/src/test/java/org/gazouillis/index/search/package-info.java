@NullMarked
package org.gazouillis.index.search;

import org.jspecify.annotations.NullMarked;
