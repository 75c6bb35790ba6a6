package dev.tenure.lifecycle.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.mapping.Apply;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** E14: what of an account is not as it was sent is what a look at each attribute finds, though one hash may tell it all. */
class DriftPropertiesTest {

    private static final AttributeMapping MAPPING = AttributeMapping.builder()
            .row("first", "source.first")
            .row("second", "source.second")
            .row("third", "source.third")
            .rowOnCreate("login", "source.login")
            .build();

    private final Fingerprinter hashes = new Fingerprinter(new byte[] {1, 2, 3});

    @Property
    void drift_isWhateverIsNotAsItWasSent(
            @ForAll("profiles") Attributes created,
            @ForAll("profiles") Attributes updated,
            @ForAll("profiles") Attributes account,
            @ForAll boolean clears,
            @ForAll boolean untouched) {
        ProfileDiff diff = new ProfileDiff(MAPPING, clears, hashes);
        Fingerprint sent = diff.toSent(
                        profile(updated), diff.ofNew(profile(created)).after(), Optional.empty(), Set.of())
                .after();
        Attributes there = untouched ? updated : account;

        assertThat(diff.drift(sent, there)).isEqualTo(oneByOne(sent, there));
    }

    private Set<String> oneByOne(Fingerprint sent, Attributes account) {
        Set<String> drifted = new TreeSet<>();
        for (MappingRow row : MAPPING.rows()) {
            long name = hashes.name(row.attribute());
            AttributeValue there = account.get(row.attribute()).orElse(AttributeValue.NULL);
            if (row.apply() == Apply.ALWAYS && sent.holds(name) && !sent.holds(name, hashes.value(there))) {
                drifted.add(row.attribute());
            }
        }
        return drifted;
    }

    private static Profile profile(Attributes values) {
        return new Profile(values, Set.of("login"), Map.of(), List.of(), Map.of());
    }

    /** Few values, so that much is the same; an attribute that is left out was not read. */
    @Provide
    Arbitrary<Attributes> profiles() {
        Arbitrary<AttributeValue> values = Arbitraries.of(
                AttributeValue.NULL, AttributeValue.of("a"), AttributeValue.of("b"), AttributeValue.of(1));
        return Arbitraries.maps(Arbitraries.of("first", "second", "third", "login"), values)
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(Attributes::of);
    }
}
