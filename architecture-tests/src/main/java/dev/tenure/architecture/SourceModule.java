package dev.tenure.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One of our modules as it is written: its sources, parsed but not compiled. */
record SourceModule(Path folder, String name, Set<String> exported, List<CompilationUnitTree> files, DocTrees trees) {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** Every folder beside this module's own that has a module-info. */
    static List<SourceModule> all() {
        Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(SOURCES).resolve("module-info.java")))
                    .sorted()
                    .map(SourceModule::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    /** The comment of a declaration, if it has one. */
    Optional<String> comment(CompilationUnitTree file, TreePath declaration) {
        @Nullable String comment = trees.getDocComment(declaration);
        return Optional.ofNullable(comment).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return name;
    }

    private static SourceModule parse(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        try (Stream<Path> paths = Files.walk(folder.resolve(SOURCES))) {
            List<Path> sources = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            List<CompilationUnitTree> files = new ArrayList<>();
            task.parse().forEach(files::add);
            ModuleTree module = files.stream()
                    .flatMap(file -> Stream.ofNullable(file.getModule()))
                    .findFirst()
                    .orElseThrow();
            Set<String> exported = module.getDirectives().stream()
                    .filter(ExportsTree.class::isInstance)
                    .map(directive -> ((ExportsTree) directive).getPackageName().toString())
                    .collect(Collectors.toSet());
            return new SourceModule(folder, module.getName().toString(), exported, files, DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sources of " + folder, e);
        }
    }
}
