/// Who did what, when: an append-only trail, chained by hash in the order of commit, and its verifier.
@NullMarked
package org.gazouillis.audit;

import org.jspecify.annotations.NullMarked;
