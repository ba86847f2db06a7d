package org.gazouillis.web.listen;

import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.web.i18n.Messages;

/// A query that was not understood, cut at the faulty place, and how to mend it in the reader's language.
public record MarkedQuery(String before, String fault, String after, String mend) {
    public static MarkedQuery of(String query, QueryNotUnderstood problem, Messages texts) {
        int from = Math.min(problem.position(), query.length());
        int to = Math.min(query.length(), from + Math.max(1, problem.length()));
        return new MarkedQuery(
                query.substring(0, from), query.substring(from, to), query.substring(to), mend(problem, texts));
    }

    private static String mend(QueryNotUnderstood problem, Messages texts) {
        String key = "search.fault." + problem.fault();
        return problem.instead().isEmpty()
                ? texts.text(key, problem.choices())
                : texts.text(key + ".near", problem.instead(), problem.choices());
    }
}
