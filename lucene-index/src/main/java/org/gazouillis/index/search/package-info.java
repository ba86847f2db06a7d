/// The query language, its translation, paging and highlighting. Closed.
///
/// A query goes `QueryLexer` → `QueryParser` → a tree of `QueryNode` → `QueryTranslator` (Lucene) or `Marker`
/// (highlighting).
/// It is a language of its own so that a user's text can reach no field, no other tenant and no costly query by
/// accident or on purpose.
@NullMarked
package org.gazouillis.index.search;

import org.jspecify.annotations.NullMarked;
