package org.gazouillis.web.publish;

import org.gazouillis.publish.BrandRules;
import org.gazouillis.publish.LateRule;
import org.jspecify.annotations.Nullable;

/// What is to be different about how a brand publishes; what is missing stays.
///
/// @param planned whether posts that are planned already take the lateness, too
public record RulesChangeJson(
        @Nullable Integer undoSeconds,
        @Nullable LateJson late,
        @Nullable Boolean planned) {
    BrandRules on(BrandRules before) {
        LateRule rule = late == null ? before.late() : late.rule();
        return new BrandRules(undoSeconds == null ? before.undoSeconds() : undoSeconds, rule.policy(), rule.minutes());
    }
}
