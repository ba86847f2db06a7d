package org.gazouillis.web.publish;

import java.util.Arrays;
import org.gazouillis.compose.LatePolicy;
import org.gazouillis.publish.LateRule;
import org.gazouillis.publish.RuleNotPlausible;
import org.jspecify.annotations.Nullable;

/// What becomes of a post that is more than `minutes` late: `SEND_LATE`, `HOLD` or `DROP`.
public record LateJson(@Nullable String policy, @Nullable Integer minutes) {
    static LateJson of(LateRule rule) {
        return new LateJson(rule.policy().name(), rule.minutes());
    }

    LateRule rule() {
        LatePolicy named = Arrays.stream(LatePolicy.values())
                .filter(each -> each.name().equalsIgnoreCase(policy))
                .findFirst()
                .orElseThrow(() -> new RuleNotPlausible("\"policy\" is one of SEND_LATE, HOLD and DROP."));
        if (minutes == null) {
            throw new RuleNotPlausible("Say after how many \"minutes\" a post counts as late.");
        }
        return new LateRule(named, minutes);
    }
}
