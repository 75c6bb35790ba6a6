package dev.tenure.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the examples that are samples, without the indent that they have there. */
final class Samples {

    private static final List<Path> SOURCES = List.of(
            Path.of("src", "test", "java", "dev", "tenure", "examples", "docs"), Path.of("own-connector", "src"));
    private static final String BEGIN = "// sample ";
    private static final String END = "// end";

    private Samples() {}

    /** Returns the samples by name. */
    static Map<String, String> read() {
        Map<String, String> samples = new TreeMap<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> add(text(file), samples));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return samples;
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void add(String source, Map<String, String> samples) {
        String name = "";
        List<String> lines = new ArrayList<>();
        for (String line : source.lines().toList()) {
            String mark = line.strip();
            if (mark.startsWith(BEGIN)) {
                name = mark.substring(BEGIN.length());
                lines.clear();
            } else if (mark.equals(END)) {
                samples.put(name, withoutIndent(lines));
            } else {
                lines.add(line);
            }
        }
    }

    private static String withoutIndent(List<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
