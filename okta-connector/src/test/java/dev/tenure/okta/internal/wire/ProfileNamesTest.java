package dev.tenure.okta.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** What is kept of names from one answer to the next. */
final class ProfileNamesTest {

    private final ProfileNames names = new ProfileNames();

    @Test
    void namesAreLearntOnce_thoseWithoutAValueThatCanBeReadIncluded() throws MalformedAnswer {
        String profile = "\"login\": \"a\", \"nested\": {\"x\": 1}, \" \": \"blank\", \"floor\": null";
        read(profile);
        ProfileNames.Known learnt = names.known();

        OktaUser again = read(profile);

        assertThat(names.known()).isSameAs(learnt);
        assertThat(again.profile().names()).containsExactlyInAnyOrder("login", "floor");
        assertThat(read("\"title\": \"t\"").profile().names())
                .as("what another profile has is not in this one")
                .containsExactly("title");
    }

    @Test
    void tooManyNames_areReadAndNotKept() throws MalformedAnswer {
        read("\"login\": \"a\"");
        ProfileNames.Known learnt = names.known();

        OktaUser user = read(
                IntStream.range(0, 2_000).mapToObj(i -> "\"n" + i + "\": " + i).collect(Collectors.joining(", ")));

        assertThat(user.profile().names()).hasSize(2_000);
        assertThat(names.known()).isSameAs(learnt);
    }

    private OktaUser read(String profile) throws MalformedAnswer {
        return OktaUser.read(
                new Buffer().writeUtf8("{\"id\": \"1\", \"status\": \"ACTIVE\", \"profile\": {" + profile + "}}"),
                names);
    }
}
