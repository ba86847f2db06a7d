/// The text of a post as people write it: what in it is a hashtag, a mention, a cashtag or a URL, and how long it
/// counts. Needs nothing but the JDK, so that whoever posts, imports or indexes may ask it.
///
/// The rules are those of twitter-text 3.1.0 (github.com/twitter/twitter-text, Apache-2.0), whose answers are given
/// to the letter: the tests hold both side by side on its own conformance cases, on real posts and on random mixes
/// of tricky pieces. The library looks for each kind with a regular expression of its own; here one pass over the
/// text finds them all.
///
/// [org.gazouillis.text.TextScanner] is the way in.
@NullMarked
package org.gazouillis.text;

import org.jspecify.annotations.NullMarked;
