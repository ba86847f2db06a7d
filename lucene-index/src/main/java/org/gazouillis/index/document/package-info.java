/// The fields of a status in Lucene: their names, how they are written, and how each is asked for. Closed.
///
/// Changing a field here changes the layout on disk: raise [org.gazouillis.index.document.Fields#LAYOUT], and every
/// index is built anew.
@NullMarked
package org.gazouillis.index.document;

import org.jspecify.annotations.NullMarked;
