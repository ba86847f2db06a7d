package org.gazouillis.index.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gazouillis.index.Measure;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.analysis.Keywords;
import org.gazouillis.index.analysis.UrlWords;
import org.gazouillis.index.document.Trait;
import org.gazouillis.index.search.QueryNode.AtLeast;
import org.gazouillis.index.search.QueryNode.Bound;
import org.gazouillis.index.search.QueryNode.Created;
import org.gazouillis.index.search.QueryNode.Ids;
import org.gazouillis.index.search.QueryNode.Keyword;
import org.gazouillis.index.search.QueryNode.Kind;
import org.gazouillis.index.search.QueryNode.Link;
import org.gazouillis.index.search.QueryNode.Named;
import org.gazouillis.index.search.QueryNode.Naming;

/// What `name:value` means.
final class Operators {

    static final Set<Trait> TO_BE = Set.of(Trait.REPLY, Trait.REPOST, Trait.QUOTE, Trait.FLASH);
    static final Set<Trait> TO_HAVE =
            Set.of(Trait.LINK, Trait.MEDIA, Trait.ALT, Trait.POLL, Trait.HASHTAG, Trait.MENTION);
    static final Set<Trait> EITHER = Set.of(Trait.values());

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Lexeme lexeme;
    private final String value;

    private Operators(Lexeme lexeme, String value) {
        this.lexeme = lexeme;
        this.value = value.strip();
    }

    /// @param name in lower case
    static QueryNode read(Lexeme lexeme, String name, String value) {
        Operator operator = Operator.named(name).orElseThrow(() -> unknown(lexeme, name));
        return new Operators(lexeme, value).node(operator);
    }

    private QueryNode node(Operator operator) {
        if (value.isEmpty()) {
            throw missing("from:marie, lang:fr or has:link");
        }
        return switch (operator) {
            case FROM -> handle(Kind.AUTHOR);
            case TO -> handle(Kind.ADDRESSEE);
            case MENTIONS -> handle(Kind.MENTION);
            case BRAND -> new Named(Naming.BRAND, inFull(), lexeme);
            case CAMPAIGN -> new Named(Naming.CAMPAIGN, inFull(), lexeme);
            case LIST -> new Named(Naming.LIST, inFull(), lexeme);
            case URL -> link();
            case LANG -> keyword(Kind.LANGUAGE, Keywords.language(inFull()));
            case SOURCE -> keyword(Kind.SOURCE, Keywords.fold(inFull()));
            case IS -> trait(TO_BE);
            case HAS -> trait(TO_HAVE);
            case FILTER -> trait(EITHER);
            case SINCE -> new Created(Bound.SINCE, Periods.read(lexeme, value), lexeme);
            case UNTIL -> new Created(Bound.UNTIL, Periods.read(lexeme, value), lexeme);
            case BEFORE -> new Created(Bound.BEFORE, Periods.read(lexeme, value), lexeme);
            case AFTER -> new Created(Bound.AFTER, Periods.read(lexeme, value), lexeme);
            case DURING -> new Created(Bound.DURING, Periods.read(lexeme, value), lexeme);
            case MIN_LIKES -> new AtLeast(Measure.LIKES, number(), lexeme);
            case MIN_REPOSTS -> new AtLeast(Measure.REPOSTS, number(), lexeme);
            case MIN_REPLIES -> new AtLeast(Measure.REPLIES, number(), lexeme);
            case MIN_IMPRESSIONS -> new AtLeast(Measure.IMPRESSIONS, number(), lexeme);
            case SINCE_ID -> new Ids(number() + 1, Long.MAX_VALUE);
            case MAX_ID -> new Ids(Long.MIN_VALUE, number());
        };
    }

    private static QuerySyntaxException unknown(Lexeme lexeme, String name) {
        Optional<String> near = Spelling.nearest(name, Operator.allNames()).map(word -> word + ":");
        String mend = near.map(word -> "did you mean " + word + "? ").orElse("there is no such operator. ")
                + "There are "
                + Operator.list()
                + "; put a word with a colon in quotation marks.";
        return lexeme.fault(Fault.UNKNOWN_OPERATOR, mend, near.orElse(""), Operator.list());
    }

    private QueryNode handle(Kind kind) {
        String written = inFull();
        boolean signed = written.startsWith("@") || written.startsWith("＠");
        return keyword(kind, Keywords.fold(signed ? written.substring(1) : written));
    }

    private QueryNode keyword(Kind kind, String folded) {
        if (folded.isEmpty()) {
            throw missing("from:marie, lang:fr or source:x");
        }
        return new Keyword(kind, folded, false);
    }

    private QueryNode link() {
        List<String> words = UrlWords.of(inFull());
        if (words.isEmpty()) {
            throw missing("url:example.org");
        }
        return new Link(words, lexeme);
    }

    private QueryNode trait(Set<Trait> known) {
        String word = trait(value.toLowerCase(Locale.ROOT));
        Optional<Trait> found =
                known.stream().filter(trait -> trait.word().equals(word)).findFirst();
        return new Keyword(
                Kind.TRAIT, found.orElseThrow(() -> noTrait(word, known)).word(), false);
    }

    /// The word of a trait for what others call it: `links`, `replies`, `flashes`, `retweet`, `nativeretweets`.
    private static String trait(String written) {
        String one = written.endsWith("ies")
                ? written.substring(0, written.length() - 3) + "y"
                : written.endsWith("s")
                        ? written.substring(0, written.length() - (written.endsWith("shes") ? 2 : 1))
                        : written;
        return one.equals("retweet") || one.equals("nativeretweet") ? Trait.REPOST.word() : one;
    }

    private QuerySyntaxException noTrait(String word, Set<Trait> known) {
        String choices = Arrays.stream(Trait.values())
                .filter(known::contains)
                .map(Trait::word)
                .collect(Collectors.joining(", "));
        String near = Spelling.nearest(word, known.stream().map(Trait::word)).orElse("");
        String mend = (near.isEmpty() ? "" : "did you mean " + near + "? ") + "Choose one of: " + choices + ".";
        return lexeme.fault(Fault.UNKNOWN_VALUE, mend, near, choices);
    }

    private QuerySyntaxException missing(String example) {
        return lexeme.fault(
                Fault.MISSING_VALUE,
                "write a value after the colon, such as " + example + ", or put the word in quotation marks.");
    }

    private long number() {
        if (!NUMBER.matcher(value).matches()) {
            throw lexeme.fault(Fault.BAD_NUMBER, "write a whole number in digits only, such as min_likes:100.");
        }
        return Long.parseLong(value);
    }

    private String inFull() {
        if (value.indexOf('*') >= 0) {
            throw lexeme.fault(Fault.BAD_WILDCARD, "write it in full: * ends only words and hashtags.");
        }
        return value;
    }
}
