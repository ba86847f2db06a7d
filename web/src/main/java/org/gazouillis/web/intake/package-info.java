/// Foreign files as the web takes them: `…/imports` of the API and the page `/intake/import`.
///
/// [org.gazouillis.web.intake.BrandImportsResource] hands the file to [org.gazouillis.intake.Imports] and answers at
/// once
/// with the run's address; who wants to know asks there until the run has ended. The page does the same.
@NullMarked
package org.gazouillis.web.intake;

import org.jspecify.annotations.NullMarked;
