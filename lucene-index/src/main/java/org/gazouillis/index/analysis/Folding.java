package org.gazouillis.index.analysis;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/// Case, accents and width folded the same way for every locale: `É` is `e`, `ß` is `ss`, `İ` is `i`.
///
/// Lucene's folding as shipped also takes the voicing marks off kana (で would become て), the vowels off Thai and the
/// joiners out of emoji, which changes what was said; those are left as they are. The selector that only colours an
/// emoji goes: ❤️ is ❤.
final class Folding {

    static final Normalizer2 RULES = new FilteredNormalizer2(
            ICUFoldingFilter.NORMALIZER,
            new UnicodeSet("[^\\u3040-\\u309F\\u30A0-\\u30FF\\u0E00-\\u0EFF\\u200D]").freeze());

    private Folding() {}
}
