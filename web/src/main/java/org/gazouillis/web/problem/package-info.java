/// Trouble, told properly: every exception that leaves a resource becomes one `application/problem+json` answer.
///
/// [org.gazouillis.web.problem.ProblemType] is the list of kinds, `KnownProblems` the table from fact-named
/// exceptions to kinds (add yours there), [org.gazouillis.web.problem.ProblemMapper] the one mapper; on pages the
/// same table makes messages ([org.gazouillis.web.problem.PageTrouble]). What nobody foresaw is answered with a
/// number only; the stack stands in the log under that number.
@NullMarked
package org.gazouillis.web.problem;

import org.jspecify.annotations.NullMarked;
