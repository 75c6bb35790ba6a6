package dev.tenure.benchmarks.workday;

import com.ctc.wstx.stax.WstxInputFactory;
import com.sun.tools.xjc.Driver;
import com.sun.tools.xjc.XJCListener;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/**
 * What a team would use instead: the classes that XJC makes of Workday's schema, filled worker by worker from a Woodstox
 * reader, which is the quick way to use them. The schema is Workday's and is not part of this project, so the classes are
 * made when it is there, once, below the build folder.
 */
public final class JaxbClasses {

    private static final String PACKAGE = "workday.generated";

    private final Unmarshaller unmarshaller;
    private final Class<?> worker;
    private final WstxInputFactory factory = new WstxInputFactory();

    private JaxbClasses(ClassLoader loader) throws JAXBException, ClassNotFoundException {
        this.worker = loader.loadClass(PACKAGE + ".WorkerType");
        this.unmarshaller = JAXBContext.newInstance(worker).createUnmarshaller();
        factory.configureForSpeed();
    }

    /**
     * Makes the classes, or finds those that were made before.
     *
     * @param schema Workday's schema
     * @param folder where the classes go
     * @return the classes
     * @throws Exception if they cannot be made
     */
    public static JaxbClasses of(Path schema, Path folder) throws Exception {
        Path done = folder.resolve("done");
        if (!Files.exists(done)) {
            Path sources = Files.createDirectories(folder.resolve("sources"));
            Path classes = Files.createDirectories(folder.resolve("classes"));
            generate(schema, sources);
            compile(sources, classes);
            Files.writeString(done, "");
        }
        URL[] urls = {folder.resolve("classes").toUri().toURL()};
        return new JaxbClasses(new URLClassLoader(urls, JaxbClasses.class.getClassLoader()));
    }

    /**
     * Reads the workers of a page.
     *
     * @param document the page
     * @return the objects
     * @throws XMLStreamException if it cannot be read
     * @throws JAXBException if it does not fit the classes
     */
    public List<Object> read(byte[] document) throws XMLStreamException, JAXBException {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        List<Object> workers = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.isStartElement() && reader.getLocalName().equals("Worker")) {
                workers.add(unmarshaller.unmarshal(reader, worker).getValue());
            } else {
                reader.next();
            }
        }
        reader.close();
        return workers;
    }

    private static void generate(Path schema, Path sources) throws Exception {
        String[] arguments = {
            "-quiet", "-nv", "-npa", "-p", PACKAGE, "-d", sources.toString(), schema.toString(), "-XautoNameResolution"
        };
        int result = Driver.run(arguments, new XJCListener() {
            @Override
            public void error(SAXParseException problem) {
                System.err.println(problem.getMessage());
            }

            @Override
            public void fatalError(SAXParseException problem) {
                System.err.println(problem.getMessage());
            }

            @Override
            public void warning(SAXParseException problem) {
                // The schema has many names that XJC changes, and says so for each.
            }

            @Override
            public void info(@Nullable SAXParseException problem) {
                // Nothing that anybody reads.
            }
        });
        if (result != 0) {
            throw new IllegalStateException("XJC ended with " + result + "; see above");
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> all =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of(
                    "-nowarn",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            boolean good = compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(all))
                    .call();
            if (!good) {
                throw new IllegalStateException("What XJC made does not compile; see above");
            }
        }
    }
}
