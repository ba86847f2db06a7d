package org.gazouillis.index.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.analysis.Token;
import org.gazouillis.index.document.Fields;
import org.gazouillis.index.search.QueryNode.Near;
import org.gazouillis.index.search.QueryNode.Or;
import org.gazouillis.index.search.QueryNode.Words;

/// Words near each other: reads a chain of `NEAR/n`, and asks Lucene for it.
final class Nearness {

    /// Below the gap that parts a text from the words within its hashtags, so that nothing is near across it.
    private static final int FARTHEST = 50;

    /// Alternatives are multiplied out: as one, a shorter would hide a longer, and one place could serve two operands.
    private static final int MOST_COMBINATIONS = 64;

    private static final Pattern NUMBER = Pattern.compile("(?:~|NEAR/)(\\d{1,2})");

    private final Lexeme first;
    private final int between;
    private final List<List<Words>> operands = new ArrayList<>();
    private int combinations = 1;

    Nearness(Lexeme first) {
        this.first = first;
        this.between = distance(first);
    }

    /// The number of a token such as `~5` or `NEAR/5`.
    static int distance(Lexeme lexeme) {
        var number = NUMBER.matcher(lexeme.text());
        if (!number.matches() || Integer.parseInt(number.group(1)) > FARTHEST) {
            throw lexeme.fault(
                    Fault.BAD_DISTANCE,
                    "write how many other words may stand between, 0 to 50, such as \"two words\"~5 or NEAR/5.");
        }
        return Integer.parseInt(number.group(1));
    }

    void requireSame(Lexeme next) {
        if (distance(next) != between) {
            throw next.fault(Fault.BAD_DISTANCE, "write the same number in all of the chain: " + first.text() + ".");
        }
    }

    void add(Lexeme place, QueryNode operand) {
        List<Words> alternatives = operand instanceof Or(List<QueryNode> parts)
                ? parts.stream().map(part -> words(place, part)).toList()
                : List.of(words(place, operand));
        combinations *= alternatives.size();
        if (combinations > MOST_COMBINATIONS) {
            throw place.fault(Fault.TOO_MANY_WORDS, "ask for at most 64 combinations of the alternatives beside NEAR.");
        }
        operands.add(alternatives);
    }

    private static Words words(Lexeme place, QueryNode operand) {
        if (operand instanceof Words words) {
            return words;
        }
        throw notInText(place);
    }

    static QuerySyntaxException notInText(Lexeme place) {
        return place.fault(
                Fault.BAD_NEAR,
                "put words, phrases or alternatives such as (tea OR coffee) on both sides of NEAR, without * or operators.");
    }

    Near node() {
        return new Near(List.copyOf(operands), between);
    }

    /// Every choice of one alternative for each operand.
    ///
    /// @param wanted operands; each has alternatives, each alternative terms side by side. None of them is empty
    static List<List<List<Token>>> combinations(List<List<List<Token>>> wanted) {
        List<List<List<Token>>> combinations = List.of(List.of());
        for (List<List<Token>> alternatives : wanted) {
            combinations = combinations.stream()
                    .flatMap(begun -> alternatives.stream().map(next -> with(begun, next)))
                    .toList();
        }
        return combinations;
    }

    /// A word said twice is wanted twice. A phrase said twice is wanted once: Lucene measures repeated phrases wrongly.
    private static List<List<Token>> with(List<List<Token>> begun, List<Token> next) {
        var longer = new ArrayList<>(begun);
        if (next.size() == 1 || begun.stream().noneMatch(known -> isSame(known, next))) {
            longer.add(next);
        }
        return longer;
    }

    private static boolean isSame(List<Token> one, List<Token> other) {
        return sideBySide(one).equals(sideBySide(other));
    }

    static Query query(List<List<List<Token>>> combinations, int between) {
        return new DisjunctionMaxQuery(
                combinations.stream().map(operands -> near(operands, between)).toList(), 0f);
    }

    private static Query near(List<List<Token>> operands, int between) {
        IntervalsSource all =
                Intervals.unordered(operands.stream().map(Nearness::sideBySide).toArray(IntervalsSource[]::new));
        return new IntervalQuery(Fields.TEXT, Intervals.maxgaps(between, all));
    }

    private static IntervalsSource sideBySide(List<Token> tokens) {
        var terms = new IntervalsSource[tokens.size()];
        for (int i = 0; i < terms.length; i++) {
            Token token = tokens.get(i);
            int left = i == 0 ? 0 : token.position() - tokens.get(i - 1).position() - 1;
            IntervalsSource term = Intervals.term(token.term());
            terms[i] = left > 0 ? Intervals.extend(term, left, 0) : term;
        }
        return Intervals.phrase(terms);
    }
}
