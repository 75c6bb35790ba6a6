package dev.tenure.successfactors.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.successfactors.internal.translate.Picklists;
import dev.tenure.successfactors.internal.translate.Translator;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import okio.Buffer;
import okio.ByteString;

/** Whatever comes over the wire is understood or refused, and nothing else. */
final class ReaderPropertiesTest {

    private static final Path SAMPLE = Path.of("src/test/resources/vectors/successfactors/active-employee.json");

    @Property(tries = 500)
    void anyBytes_areReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        read(bytes);
    }

    @Property(tries = 500)
    void damagedAnswers_areReadOrRefused(
            @ForAll @IntRange(max = 6_000) int at, @ForAll byte value, @ForAll @IntRange(max = 40) int cut)
            throws IOException {
        byte[] damaged = page();
        damaged[at % damaged.length] = value;
        int from = Math.min(at, damaged.length - 1);
        Buffer whole = new Buffer();
        whole.write(damaged, 0, from);
        int rest = Math.min(damaged.length, from + cut);
        whole.write(damaged, rest, damaged.length - rest);
        read(whole.readByteArray());
    }

    @Property(tries = 300)
    void anyErrorBody_givesACodeOrNone(@ForAll @Size(max = 300) byte[] bytes) {
        ErrorBody.code(ByteString.of(bytes)).ifPresent(code -> assertThat(code).matches("[A-Za-z0-9_.-]{1,100}"));
    }

    private static byte[] page() throws IOException {
        try {
            Row vector = new Row(Row.asObject(Json.read(new Buffer().write(Files.readAllBytes(SAMPLE)))));
            Object first = ((List<?>) Objects.requireNonNull(vector.value("perPerson"))).get(0);
            return Json.write(Objects.requireNonNull(first)).toByteArray();
        } catch (UnreadableAnswerException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void read(byte[] bytes) throws IOException {
        try {
            Answer answer = Answer.of(Json.read(new Buffer().write(bytes)));
            Translator translator = new Translator(SuccessFactorsPolicy.recommended(), Picklists.NONE);
            for (Row row : answer.rows()) {
                assertThat(translator.translate(row, user -> List.of(), Instant.EPOCH))
                        .isNotNull();
            }
        } catch (UnreadableAnswerException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
