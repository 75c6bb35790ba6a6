package dev.tenure.workday;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of vectors: the project's own copy, or the one that {@code -Dlifecycle.vectors=DIR} names. */
final class VectorFolder {

    private VectorFolder() {}

    static Path find() {
        String elsewhere = System.getProperty("lifecycle.vectors");
        if (elsewhere != null && !elsewhere.isBlank()) {
            return Path.of(elsewhere).resolve("workday");
        }
        URL own = VectorFolder.class.getResource("/vectors/workday");
        if (own == null) {
            throw new IllegalStateException("The copy of the vectors is missing from the test resources");
        }
        try {
            return Path.of(own.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(find())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xml"))
                    .map(name -> name.substring(0, name.length() - ".xml".length()))
                    .sorted()
                    .toList();
        }
    }
}
