package dev.tenure.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What others can see has a comment. Javadoc's own check cannot be asked: it wants the parts of a record a second time
 * on a constructor that checks them.
 */
class DocumentedTest {

    static List<SourceModule> modules() {
        return SourceModule.all();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void whatIsPublicHasAComment(SourceModule module) {
        List<String> missing = new ArrayList<>();
        for (CompilationUnitTree file : module.files()) {
            if (file.getPackageName() != null
                    && module.exported().contains(file.getPackageName().toString())) {
                new MissingComments(module, file, missing).scan(file, null);
            }
        }

        assertThat(missing)
                .as("Public declarations of %s without a comment", module)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPackageSaysThatNothingIsNullUnlessItSaysSo(SourceModule module) {
        Set<String> packages = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        for (CompilationUnitTree file : module.files()) {
            if (file.getPackageName() == null) {
                continue;
            }
            packages.add(file.getPackageName().toString());
            if (file.getPackageAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("NullMarked"))) {
                marked.add(file.getPackageName().toString());
            }
        }

        assertThat(marked)
                .as("Packages of %s whose package-info has @NullMarked; the others go unchecked for null", module)
                .containsExactlyElementsOf(packages);
    }

    private static final class MissingComments extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final SourceModule module;
        private final CompilationUnitTree file;
        private final List<String> missing;

        MissingComments(SourceModule module, CompilationUnitTree file, List<String> missing) {
            this.module = module;
            this.file = file;
            this.missing = missing;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            if (!visible(type.getModifiers())) {
                return null;
            }
            check(type.getSimpleName().toString());
            if (type.getKind() == Tree.Kind.RECORD) {
                checkParts(type);
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            if (visible(method.getModifiers()) && !overrides && !isCanonical(method)) {
                check(owner().getSimpleName() + "." + method.getName());
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, @Nullable Void nothing) {
            if (visible(field.getModifiers())) {
                check(owner().getSimpleName() + "." + field.getName());
            }
            return null;
        }

        private void check(String what) {
            if (module.comment(file, getCurrentPath()).isEmpty()) {
                missing.add(what + " (" + where(getCurrentPath()) + ")");
            }
        }

        private void checkParts(ClassTree type) {
            String comment = module.comment(file, getCurrentPath()).orElse("");
            parts(type)
                    .filter(part -> !Pattern.compile("@param\\s+" + part.getName() + "\\b")
                            .matcher(comment)
                            .find())
                    .forEach(part -> missing.add("@param " + part.getName() + " of " + type.getSimpleName() + " ("
                            + where(getCurrentPath()) + ")"));
        }

        private boolean visible(ModifiersTree modifiers) {
            Set<Modifier> flags = modifiers.getFlags();
            if (flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED)) {
                return true;
            }
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            return !flags.contains(Modifier.PRIVATE)
                    && (parent.getKind() == Tree.Kind.INTERFACE || parent.getKind() == Tree.Kind.ANNOTATION_TYPE);
        }

        /** The constructor of a record that takes its parts, written short or in full. */
        private boolean isCanonical(MethodTree method) {
            ClassTree owner = owner();
            if (owner.getKind() != Tree.Kind.RECORD || !method.getName().contentEquals("<init>")) {
                return false;
            }
            List<String> parts =
                    parts(owner).map(part -> part.getType().toString()).toList();
            List<String> parameters = method.getParameters().stream()
                    .map(parameter -> parameter.getType().toString())
                    .collect(Collectors.toList());
            return parameters.isEmpty() || parameters.equals(parts);
        }

        private ClassTree owner() {
            return (ClassTree) getCurrentPath().getParentPath().getLeaf();
        }

        private static Stream<VariableTree> parts(ClassTree record) {
            return record.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC));
        }

        private String where(TreePath path) {
            long line = file.getLineMap()
                    .getLineNumber(module.trees().getSourcePositions().getStartPosition(file, path.getLeaf()));
            return module.folder().getFileName() + "/"
                    + module.folder().relativize(Path.of(file.getSourceFile().toUri())) + ":" + line;
        }
    }
}
