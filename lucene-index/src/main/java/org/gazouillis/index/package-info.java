/// The index of statuses: life cycle, analysis, query language and hits.
@NullMarked
package org.gazouillis.index;

import org.jspecify.annotations.NullMarked;
