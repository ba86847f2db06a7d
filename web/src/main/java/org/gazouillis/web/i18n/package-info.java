/// The words of every page and answer, English and French.
///
/// Each capability has its own pair of files beside this package (`timeline.properties`, `timeline_fr.properties`);
/// [org.gazouillis.web.i18n.Messages] lays them together. `BundlesTest` holds the rules of French typography.
@NullMarked
package org.gazouillis.web.i18n;

import org.jspecify.annotations.NullMarked;
