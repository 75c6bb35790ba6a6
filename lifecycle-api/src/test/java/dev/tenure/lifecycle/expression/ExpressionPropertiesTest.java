package dev.tenure.lifecycle.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionPropertiesTest {

    @Property
    void aTreePrintedAndParsed_isTheSameTree(@ForAll("trees") Node tree) {
        Expression parsed = Expression.parse(tree.print());

        assertThat(Trees.shape(parsed.tree())).isEqualTo(Trees.shape(tree));
        assertThat(parsed.print()).isEqualTo(tree.print());
    }

    @Property
    void anyText_isParsedOrRefusedWithAPlace(@ForAll("texts") String text) {
        try {
            Expression parsed = Expression.parse(text);
            assertThat(Expression.parse(parsed.print())).isEqualTo(parsed);
        } catch (ExpressionException refused) {
            assertThat(refused.position()).isBetween(0, text.length());
            assertThat(refused.line()).isPositive();
            assertThat(refused.column()).isPositive();
            assertThat(refused.excerpt()).endsWith("^");
            assertThat(refused.problem()).isNotBlank();
        }
    }

    @Property(tries = 200)
    void parsing_doesNotDependOnTheLocale(@ForAll("trees") Node tree) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            String inTurkish = Expression.parse(tree.print()).print();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Expression.parse(tree.print()).print())
                    .isEqualTo(inTurkish)
                    .isEqualTo(tree.print());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Provide
    Arbitrary<Node> trees() {
        return Trees.any();
    }

    @Provide
    Arbitrary<String> texts() {
        List<String> pieces = List.of(
                "user",
                ".",
                "login",
                "(",
                ")",
                "{",
                "}",
                "[",
                "]",
                "?",
                ":",
                "?:",
                "+",
                "-",
                "!",
                "not ",
                " and ",
                "||",
                "==",
                "<=",
                "=",
                " matches ",
                "'[a'",
                "'x'",
                "\"",
                "1",
                "2.5",
                ",",
                "String.len(",
                "substring(",
                "null",
                " ",
                "\n",
                "\u00e9",
                "@",
                "user.getLinkedObject(",
                "0",
                "$x");
        return Arbitraries.oneOf(
                Arbitraries.of(pieces).list().ofMaxSize(30).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(40));
    }
}
