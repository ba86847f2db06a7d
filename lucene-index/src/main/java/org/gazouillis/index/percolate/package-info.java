/// Search turned round: queries are kept, and each new status is asked which of them it matches. In memory only; the
/// database keeps the queries.
@NullMarked
package org.gazouillis.index.percolate;

import org.jspecify.annotations.NullMarked;
