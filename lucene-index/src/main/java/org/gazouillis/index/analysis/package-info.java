/// From text to terms. Closed: only the library itself calls it.
///
/// [org.gazouillis.index.analysis.PostText] is the one chain for texts and for the words of a query, and for their
/// [org.gazouillis.index.analysis.Stemming];
/// [org.gazouillis.index.analysis.Keywords] folds what is matched whole (hashtags, handles, languages, hosts) by the
/// same rules;
/// [org.gazouillis.index.analysis.Hashtags] finds hashtags in a text and the words within one.
@NullMarked
package org.gazouillis.index.analysis;

import org.jspecify.annotations.NullMarked;
