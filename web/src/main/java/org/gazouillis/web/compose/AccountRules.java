package org.gazouillis.web.compose;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.gazouillis.network.TextLimits;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.web.i18n.Messages;

/// The rules by which texts for a brand's accounts are counted, for the composer's page.
record AccountRules(VisibleBrand brand) {
    /// For the page's script: each account's rule, and the one that holds where no account says the text.
    String json() {
        JsonObjectBuilder accounts = Json.createObjectBuilder();
        brand.accounts().forEach(each -> accounts.add(each.id().toString(), json(TextLimits.of(each.network()))));
        return Json.createObjectBuilder()
                .add("accounts", accounts)
                .add("widest", json(TextLimits.WIDEST))
                .build()
                .toString();
    }

    /// The rule that holds before anybody chooses, in the reader's language.
    static String first(Messages texts) {
        TextLimits limits = TextLimits.BUILT_IN;
        return texts.text("compose.rule." + limits.counting(), limits.name(), limits.most());
    }

    private static JsonObject json(TextLimits limits) {
        return Json.createObjectBuilder()
                .add("network", limits.network())
                .add("name", limits.name())
                .add("most", limits.most())
                .add("counting", limits.counting().name())
                .build();
    }
}
