@NullMarked
package org.gazouillis.index.analysis;

import org.jspecify.annotations.NullMarked;
