/// The folder on disk and what writes in it. Closed.
///
/// `IndexFolder` knows which generation serves, `Generation` is one Lucene index with its writer and searchers. A
/// rebuild is a second
/// generation beside the first; the switch is one small file.
@NullMarked
package org.gazouillis.index.write;

import org.jspecify.annotations.NullMarked;
