package dev.tenure.architecture;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * Which package uses which, and the classes that are the reason. It is what the compiled classes say, so a link in a
 * comment does not count.
 */
final class PackageGraph {

    private static final Pattern CLASS_TO_CLASS = Pattern.compile("^\\s+(\\S+)\\s+-> (\\S+)\\s.*");

    private final Map<String, Map<String, Use>> uses = new TreeMap<>();

    /** The first class found that makes one package use another. */
    record Use(String fromPackage, String toPackage, String fromClass, String toClass) {
        @Override
        public String toString() {
            return fromPackage + " -> " + toPackage + "  (" + simple(fromClass) + " uses " + simple(toClass) + ")";
        }

        private static String simple(String className) {
            return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
        }
    }

    /**
     * Asks the JDK's own jdeps, about the classes alone: given the module, it would want all others that this one requires.
     *
     * @param folder an empty folder to work in
     */
    static PackageGraph of(BuiltModule module, Path folder) {
        module.copyClassesTo(folder);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps")
                .orElseThrow(() -> new AssertionError("this Java has no jdeps; run the build with a JDK"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = jdeps.run(
                new PrintWriter(out), new PrintWriter(err), "-verbose:class", "-filter:none", folder.toString());
        if (code != 0) {
            throw new AssertionError("jdeps ended with " + code + " for " + module + ":\n" + out + err);
        }
        List<MatchResult> lines = out.toString()
                .lines()
                .map(CLASS_TO_CLASS::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .toList();
        Set<String> own = lines.stream().map(line -> packageOf(line.group(1))).collect(Collectors.toSet());
        PackageGraph graph = new PackageGraph();
        lines.stream()
                .filter(line -> own.contains(packageOf(line.group(2))))
                .forEach(line -> graph.add(line.group(1), line.group(2)));
        return graph;
    }

    void add(String fromClass, String toClass) {
        String from = packageOf(fromClass);
        String to = packageOf(toClass);
        uses.computeIfAbsent(from, key -> new TreeMap<>());
        uses.computeIfAbsent(to, key -> new TreeMap<>());
        if (!from.equals(to)) {
            uses.get(from).putIfAbsent(to, new Use(from, to, fromClass, toClass));
        }
    }

    Set<String> packages() {
        return new TreeSet<>(uses.keySet());
    }

    List<Use> uses() {
        return uses.values().stream().flatMap(to -> to.values().stream()).toList();
    }

    /** A shortest cycle, if there is one. */
    Optional<List<Use>> cycle() {
        return uses.keySet().stream()
                .flatMap(start -> cycleThrough(start).stream())
                .min((a, b) -> Integer.compare(a.size(), b.size()));
    }

    private Optional<List<Use>> cycleThrough(String start) {
        Map<String, Use> cameBy = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            for (Use use : uses.getOrDefault(next.remove(), Map.of()).values()) {
                if (cameBy.putIfAbsent(use.toPackage(), use) == null) {
                    next.add(use.toPackage());
                }
            }
        }
        if (!cameBy.containsKey(start)) {
            return Optional.empty();
        }
        List<Use> cycle = new ArrayList<>();
        String at = start;
        do {
            Use use = Objects.requireNonNull(cameBy.get(at));
            cycle.add(0, use);
            at = use.fromPackage();
        } while (!at.equals(start));
        return Optional.of(cycle);
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }
}
