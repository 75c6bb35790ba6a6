package dev.tenure.architecture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One of our modules as it was built: a folder of classes or a jar on the class path of this test. */
record BuiltModule(ModuleDescriptor descriptor, Path entry) {

    private static final String DESCRIPTOR = "module-info.class";

    /** Every module of ours that this test depends on. */
    static List<BuiltModule> all() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(
                        entry -> inside(entry, BuiltModule::descriptorIn)
                                .map(descriptor -> new BuiltModule(descriptor, entry))
                                .stream())
                .filter(module -> module.name().startsWith("dev.tenure."))
                .toList();
    }

    static BuiltModule named(String name) {
        return all().stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("module " + name + " is not on the class path of this test"));
    }

    String name() {
        return descriptor.name();
    }

    /** Copies the classes, without the module's descriptor, into a folder. */
    void copyClassesTo(Path folder) {
        inside(entry, root -> {
            for (Path file : filesBelow(root)) {
                Path copy = folder.resolve(root.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
            return folder;
        });
    }

    @Override
    public String toString() {
        return name();
    }

    private static List<Path> filesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith(DESCRIPTOR))
                    .toList();
        }
    }

    private static Optional<ModuleDescriptor> descriptorIn(Path root) throws IOException {
        Path file = root.resolve(DESCRIPTOR);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(ModuleDescriptor.read(in));
        }
    }

    private static <T> T inside(Path entry, Reading<T> reading) {
        try {
            if (Files.isDirectory(entry)) {
                return reading.from(entry);
            }
            try (FileSystem jar = FileSystems.newFileSystem(entry)) {
                return reading.from(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + entry, e);
        }
    }

    private interface Reading<T> {
        T from(Path root) throws IOException;
    }
}
