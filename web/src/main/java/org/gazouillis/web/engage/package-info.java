/// The beacon of readers: pages report which cards were seen, and here the reports come in.
///
/// What counts as a view is `engage`'s (`ViewRules`); the page's half of it stands in `timeline.js`.
@NullMarked
package org.gazouillis.web.engage;

import org.jspecify.annotations.NullMarked;
