package dev.tenure.lifecycle.internal.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LetterCaseTest {

    @Property
    void letterCase_isThatOfThePlatformsRootLocale(@ForAll("texts") String text) {
        String quoted = "'" + text.replace("'", "''") + "'";

        assertThat(Evaluate.text("String.toUpperCase(" + quoted + ")")).isEqualTo(text.toUpperCase(Locale.ROOT));
        assertThat(Evaluate.text("String.toLowerCase(" + quoted + ")")).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> odd = Arbitraries.of(
                "\u03a3",
                "\u0130",
                "\u0131",
                "\u00df",
                "\u0149",
                "\ufb03",
                "a",
                "A",
                " ",
                "\u0307",
                ".",
                "\ud801\udc00");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                odd.list().ofMaxSize(300).map(parts -> String.join("", parts)));
    }
}
