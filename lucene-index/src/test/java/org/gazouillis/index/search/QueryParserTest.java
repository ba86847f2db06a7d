package org.gazouillis.index.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.QuerySyntaxException.Fault;
import org.gazouillis.index.SearchScope;
import org.gazouillis.index.Standpoint;
import org.gazouillis.index.analysis.PostText;
import org.gazouillis.index.search.QueryNode.And;
import org.gazouillis.index.search.QueryNode.Everything;
import org.gazouillis.index.search.QueryNode.Keyword;
import org.gazouillis.index.search.QueryNode.Kind;
import org.gazouillis.index.search.QueryNode.Not;
import org.gazouillis.index.search.QueryNode.Or;
import org.gazouillis.index.search.QueryNode.Prefix;
import org.gazouillis.index.search.QueryNode.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

class QueryParserTest {

    @Test
    void nothingAskedMeansEverything() {
        assertThat(QueryParser.parse("")).isEqualTo(new Everything());
        assertThat(QueryParser.parse(" \t\u3000\u0000")).isEqualTo(new Everything());
    }

    @Test
    void sideBySideBindsCloserThanOr() {
        assertThat(QueryParser.parse("a b OR -c"))
                .isEqualTo(new Or(
                        List.of(new And(List.of(new Words("a", 0), new Words("b", 2))), new Not(new Words("c", 8)))));
        assertThat(QueryParser.parse("a NOT b AND NOT c"))
                .isEqualTo(
                        new And(List.of(new Words("a", 0), new Not(new Words("b", 6)), new Not(new Words("c", 16)))));
        assertThat(QueryParser.parse("a AND (b OR c)"))
                .isEqualTo(new And(List.of(new Words("a", 0), new Or(List.of(new Words("b", 7), new Words("c", 12))))));
    }

    @Test
    void operatorsAreRead() {
        assertThat(QueryParser.parse("#Été")).isEqualTo(new Keyword(Kind.TAG, "ete", false));
        assertThat(QueryParser.parse("#soldes*")).isEqualTo(new Keyword(Kind.TAG, "soldes", true));
        assertThat(QueryParser.parse("from:@Marie")).isEqualTo(new Keyword(Kind.AUTHOR, "marie", false));
        assertThat(QueryParser.parse("FROM:marie")).isEqualTo(new Keyword(Kind.AUTHOR, "marie", false));
        assertThat(QueryParser.parse("@Luc,")).isEqualTo(new Keyword(Kind.MENTION, "luc", false));
        assertThat(QueryParser.parse("lang:fr-CA")).isEqualTo(new Keyword(Kind.LANGUAGE, "fr", false));
        assertThat(QueryParser.parse("caf*")).isEqualTo(new Prefix("caf", 0));
    }

    @Test
    void wordsThatOnlyLookLikeOperatorsStayWords() {
        assertThat(QueryParser.parse("https://example.org")).isEqualTo(new Words("https://example.org", 0));
        assertThat(QueryParser.parse("12:30")).isEqualTo(new Words("12:30", 0));
        assertThat(QueryParser.parse("Note:")).isEqualTo(new Words("Note:", 0));
        assertThat(QueryParser.parse("porte-monnaie -")).isInstanceOf(And.class);
        assertThat(QueryParser.parse("\\")).isEqualTo(new Words("\\", 0));
        assertThat(QueryParser.parse("-OR")).isEqualTo(new Not(new Words("OR", 1)));
    }

    @Test
    void quotesMayBeTypographicAndHideOperators() {
        assertThat(QueryParser.parse("“à la une”")).isEqualTo(new Words("à la une", 0, true));
        assertThat(QueryParser.parse("\"from:marie OR (\"")).isEqualTo(new Words("from:marie OR (", 0, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a \"b~UNBALANCED_QUOTE~2",
                "((((\"~UNBALANCED_QUOTE~4",
                "((((~UNBALANCED_PARENTHESIS~3",
                "x (a b~UNBALANCED_PARENTHESIS~2",
                "a) b~UNBALANCED_PARENTHESIS~1",
                ")~UNBALANCED_PARENTHESIS~0",
                "a ()~EMPTY_PARENTHESES~3",
                "OR a~DANGLING_OR~0",
                "a OR~DANGLING_OR~2",
                "(a OR) b~DANGLING_OR~3",
                "a AND~DANGLING_OR~2",
                "tenant:2 OR agency:*~UNKNOWN_OPERATOR~0",
                "created:[* TO *]~UNKNOWN_OPERATOR~0",
                "x from:~MISSING_VALUE~2",
                "lang:42~MISSING_VALUE~0",
                "since:hier~BAD_DATE~0",
                "until:2026-02-30~BAD_DATE~0",
                "since:+999999999-01-01~BAD_DATE~0",
                "a NOT~DANGLING_OR~2",
                "NOT OR a~DANGLING_OR~4",
                "NOT~DANGLING_OR~0",
                "*~BAD_WILDCARD~0",
                "a*~BAD_WILDCARD~0",
                "*été~BAD_WILDCARD~0",
                "é*é~BAD_WILDCARD~0",
                "from:ma*~BAD_WILDCARD~0",
                "#a*~BAD_WILDCARD~0"
            })
    void faultsNameTheirPlace(String query, Fault fault, int position) {
        assertThatThrownBy(() -> QueryParser.parse(query)).isInstanceOfSatisfying(QuerySyntaxException.class, wrong -> {
            assertThat(wrong.fault()).isEqualTo(fault);
            assertThat(wrong.position()).isEqualTo(position);
            assertThat(wrong.position() + wrong.length()).isLessThanOrEqualTo(query.length());
            assertThat(wrong.mend()).matches("(?s).*[.?]");
        });
    }

    @Test
    void hugeQueriesAreRefused() {
        assertThat(faultOf("a".repeat(32_800))).isEqualTo(Fault.TOO_LONG);
        assertThat(faultOf("a? OR ".repeat(300) + "a")).isEqualTo(Fault.TOO_MANY_WORDS);
        assertThat(faultOf("(".repeat(500) + "a" + ")".repeat(500))).isEqualTo(Fault.TOO_DEEP);
        assertThat(faultOf("NOT ".repeat(40) + "a")).isEqualTo(Fault.TOO_DEEP);
        assertThat(faultOf("東".repeat(1_900))).isEqualTo(Fault.TOO_MANY_WORDS);
        assertThat(faultOf("ab* OR ".repeat(32) + "#ab*")).isEqualTo(Fault.TOO_MANY_WILDCARDS);
        String nine = "(a OR b OR c OR d OR e OR f OR g OR h OR i)";
        assertThat(faultOf(nine + " NEAR/3 " + nine)).isEqualTo(Fault.TOO_MANY_WORDS);
        assertThat(faultOf("(a OR b) NEAR/3 ".repeat(5) + "(a OR b)" + " NEAR/3 c".repeat(20)))
                .isEqualTo(Fault.TOO_MANY_WORDS);
        assertThat(faultOf("url:" + "a/".repeat(300))).isEqualTo(Fault.TOO_MANY_WORDS);
        assertThat(faultOf("\"" + "a ".repeat(300) + "\"~5")).isEqualTo(Fault.TOO_MANY_WORDS);
    }

    private static Fault faultOf(String query) {
        Throwable thrown = catchThrowable(() -> translate(query));
        assertThat(thrown).isInstanceOf(QuerySyntaxException.class);
        return ((QuerySyntaxException) thrown).fault();
    }

    private static void translate(String query) {
        new QueryTranslator<>(
                        new LuceneDialect(),
                        new PostText(),
                        SearchScope.publicOnly(),
                        Standpoint.of(ZoneOffset.UTC, Instant.EPOCH))
                .translate(QueryParser.parse(query));
    }
}
