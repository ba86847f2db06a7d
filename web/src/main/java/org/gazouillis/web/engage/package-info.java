/// The beacon of readers: pages report which cards were seen and what was opened from them, and here the reports
/// come in.
///
/// What counts as a view or an opening is `engage`'s (`ViewRules`, `OpeningRules`); the page's half of it stands in
/// `timeline.js`.
@NullMarked
package org.gazouillis.web.engage;

import org.jspecify.annotations.NullMarked;
