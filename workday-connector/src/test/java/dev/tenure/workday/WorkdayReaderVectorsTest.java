package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okio.Okio;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the reader vectors: what is on the wire, and what a correct reader makes of it. */
final class WorkdayReaderVectorsTest {

    @TestFactory
    List<DynamicTest> vector() throws IOException {
        return VectorFolder.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> run(name)))
                .toList();
    }

    @Test
    void thereAreVectors() throws IOException {
        assertThat(VectorFolder.names()).isNotEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void run(String name) throws IOException {
        Path folder = VectorFolder.find();
        Map<String, Object> expected;
        try (JsonReader json = JsonReader.of(Okio.buffer(Okio.source(folder.resolve(name + ".expected.json"))))) {
            expected = (Map<String, Object>) json.readJsonValue();
        }
        try (InputStream xml = new BufferedInputStream(Files.newInputStream(folder.resolve(name + ".xml")))) {
            assertThat(VectorCheck.differences(expected, xml))
                    .as("%s: %s", name, expected.get("why"))
                    .isEmpty();
        }
    }
}
