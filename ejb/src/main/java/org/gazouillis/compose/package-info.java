/// What we intend to say: a post with its text, accounts, campaign and time, from the first draft to the moment the
/// publisher takes it.
///
/// [org.gazouillis.compose.PostComposer] is the doer: it writes, changes and cancels. A wish comes in as a
/// [org.gazouillis.compose.PostOrder], is measured by [org.gazouillis.compose.Checks], and becomes a
/// [org.gazouillis.compose.Post], whose [org.gazouillis.compose.PostState] says what may still happen to it.
/// [org.gazouillis.compose.Wording] is the text with everything found in it, so that publishing needs no parser.
/// The same wish sent twice under one key makes one post (`IdempotencyKeys`).
///
/// The post row is the schedule: nothing else is told of a planned post. `publish` reads the rows that are due.
@NullMarked
package org.gazouillis.compose;

import org.jspecify.annotations.NullMarked;
