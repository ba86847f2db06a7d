/// From facts to figures: engagements rolled up as they come, and the measures that are made of them.
///
/// [org.gazouillis.rollup.Rollup] reads sealed ranges of `engagement` and adds them, exactly once, to buckets of a
/// quarter of an hour (UTC) and of a local day, of each [org.gazouillis.rollup.Dimension], and of a status. Counts are
/// sums; people are sets ([org.gazouillis.rollup.PeopleSet]), because the reach of a week is the union of its days and
/// never their sum.
///
/// [org.gazouillis.rollup.Measure] says what each figure is, in words and as numerator and denominator, with a
/// version that rises when the definition changes.
///
/// It must not know who asks: permissions, periods and pages are `dashboard`'s.
@NullMarked
package org.gazouillis.rollup;

import org.jspecify.annotations.NullMarked;
