package org.gazouillis.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gazouillis.kernel.AccountId;
import org.gazouillis.link.Shortener;

/// Puts short links into all texts of a wish in the place of their addresses, tagged for the order's campaign.
record ShortWish(Shortener shortener, PostOrder order) {
    Examination.Wish of(Examination.Wish wish) {
        if (!order.details().shorten()) {
            return wish;
        }
        UnaryOperator<Wording> shortened = wording -> wording.urls().isEmpty()
                ? wording
                : Wording.of(
                        shortener
                                .shorten(order.brand(), order.campaign(), wording.text())
                                .text(),
                        wording.lang());
        Map<AccountId, Wording> variants = new LinkedHashMap<>();
        wish.supplement().variants().forEach((account, wording) -> variants.put(account, shortened.apply(wording)));
        Trial trial = wish.supplement().trial();
        Supplement supplement = new Supplement(
                wish.supplement().attachments(),
                wish.supplement().parts().stream().map(shortened).toList(),
                variants,
                trial == null ? null : trial.reworded(shortened.apply(trial.wording())),
                wish.supplement().poll(),
                wish.supplement().flash());
        return new Examination.Wish(shortened.apply(wish.wording()), supplement, wish.accounts(), wish.plan());
    }
}
