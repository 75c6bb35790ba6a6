package dev.tenure.lifecycle.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributeNameTest {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    @Provide
    Arbitrary<List<Map<String, String>>> people() {
        return Arbitraries.maps(Arbitraries.of(NAMES), Arbitraries.of("x", "y", ""))
                .list()
                .ofMaxSize(8);
    }

    @Property
    void aNameFindsWhatItsTextFinds_whateverItFoundBefore(@ForAll("people") List<Map<String, String>> people) {
        List<AttributeName> names = NAMES.stream().map(AttributeName::of).toList();
        Attributes like = Attributes.empty();
        for (Map<String, String> person : people) {
            Attributes.Builder byText = Attributes.builder();
            Attributes.Builder byName = Attributes.builderLike(like);
            for (AttributeName name : names) {
                String text = person.get(name.text());
                if (text != null) {
                    byText.put(name.text(), AttributeValue.of(text));
                    byName.put(name, AttributeValue.of(text));
                }
            }
            like = byName.build();

            assertThat(like).isEqualTo(byText.build());
            for (AttributeName name : names) {
                assertThat(like.get(name))
                        .isEqualTo(like.get(name.text()))
                        .isEqualTo(byText.build().get(name));
            }
        }
    }

    @Property
    void whatWasBuilt_staysAsItIs(
            @ForAll("people") List<Map<String, String>> people, @ForAll("people") List<Map<String, String>> later) {
        for (Map<String, String> person : people) {
            Attributes.Builder builder = Attributes.builder();
            person.forEach((name, text) -> builder.put(name, AttributeValue.of(text)));
            Attributes built = builder.build();
            Map<String, AttributeValue> before = Map.copyOf(built.asMap());
            Attributes.Builder copy = built.toBuilder();
            for (Map<String, String> change : later) {
                change.forEach((name, text) -> builder.put(name, AttributeValue.of(text + "!")));
                change.keySet().forEach(copy::remove);
                builder.build();
                change.forEach((name, text) -> copy.put(name, AttributeValue.of(text + "?")));
            }

            assertThat(built.asMap()).isEqualTo(before);
        }
    }
}
