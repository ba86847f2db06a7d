/// The index in an OpenSearch cluster. Closed.
///
/// Words are found in a text by our own chain and sent as they are: `Terms` joins them, and the analyzer in
/// `statuses.json` does no more than part them again. Queries come from the same tree through `JsonDialect`, pages from
/// the same `Paging`. So both engines give the same answers.
@NullMarked
package org.gazouillis.index.opensearch;

import org.jspecify.annotations.NullMarked;
