package dev.tenure.lifecycle.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FingerprinterTest {

    private static final byte[] KEY = "a key of some thirty-two bytes..".getBytes(StandardCharsets.UTF_8);

    private final Fingerprinter hashes = new Fingerprinter(KEY);

    /** What a store keeps has to mean the same to every later version. */
    @Property
    void aProfile_isHashedByItsNamesInOrder_eachWithItsTypeAndText(
            @ForAll @Size(max = 12) Map<@AlphaChars @StringLength(min = 1, max = 4) String, String> texts)
            throws GeneralSecurityException {
        Attributes.Builder profile = Attributes.builder();
        texts.forEach((name, text) -> profile.put(name, AttributeValue.of(text)));
        StringBuilder expected = new StringBuilder("p:");
        new TreeMap<>(texts)
                .forEach((name, text) -> expected.append(name)
                        .append('=')
                        .append(1 + text.length())
                        .append(":T")
                        .append(text));
        assertThat(hashes.whole(profile.build())).isEqualTo(hash(expected.toString()));
    }

    @Property
    void a8_theOrderOfAttributes_doesNotMatter(
            @ForAll @Size(max = 12) Map<@AlphaChars @StringLength(min = 1, max = 4) String, Long> numbers) {
        List<String> names = new ArrayList<>(numbers.keySet());
        long whole = hashes.whole(profile(names, numbers));
        Collections.reverse(names);
        assertThat(hashes.whole(profile(names, numbers))).isEqualTo(whole);
    }

    @Test
    void valuesOfOtherTypes_areHashedWithTheirs() throws GeneralSecurityException {
        Attributes profile = Attributes.builder()
                .put("c", AttributeValue.of(List.of(AttributeValue.of("x"), AttributeValue.of(2))))
                .put("b", AttributeValue.NULL)
                .put("a", AttributeValue.of(true))
                .build();
        assertThat(hashes.whole(profile)).isEqualTo(hash("p:a=5:Btrueb=1:0c=9:A2:Tx2:N2"));
    }

    private static Attributes profile(List<String> names, Map<String, Long> numbers) {
        Attributes.Builder profile = Attributes.builder();
        names.forEach(name -> profile.put(name, AttributeValue.of(numbers.getOrDefault(name, 0L))));
        return profile.build();
    }

    private static long hash(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
