package dev.tenure.benchmarks.start;

import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Numbers;
import dev.tenure.benchmarks.measure.Ratio;
import dev.tenure.benchmarks.measure.Results;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Figure 10: the engine with both connectors from the start of the Java machine to the first planned change, beside the
 * vendor's SDK to its first listed user; and the jars of both.
 */
public final class Footprint implements Figure {

    private static final int STARTS = 9;
    private static final Pattern OURS = Pattern.compile(
            ".*(lifecycle-(api|core)|(workday|okta)-connector|connector-http|okhttp-jvm|okio|kotlin-stdlib|moshi|woodstox|stax2"
                    + "|slf4j-api|nimbus)[^:]*");
    private static final Pattern SDK = Pattern.compile(
            ".*(okta-(sdk|commons|http|config)|sslcontext|slf4j-api|swagger-annotations|jsr305|http(client|core)5|jackson"
                    + "|jaxb-api|handlebars|commons-(lang3|text)|nashorn|/asm|snakeyaml|bc(prov|pkix|util)|jjwt)[^:]*");

    /** Prepares the figure. */
    public Footprint() {}

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        int starts = effort.quick() ? Math.min(3, effort.rounds()) : STARTS;
        double[] ours = new double[starts];
        double[] sdk = new double[starts];
        Spent plan = new Spent(0, 0);
        Spent user = new Spent(0, 0);
        for (int i = 0; i < starts; i++) {
            plan = start(FirstPlan.class);
            user = start(FirstUser.class);
            ours[i] = plan.millis();
            sdk[i] = user.millis();
        }
        Goal less = Goal.watched(Goal.Better.LOWER);
        results.add(
                new Measurement(name() + "/start", "ms", Ratio.of(Numbers.median(ours), Numbers.median(sdk)), less));
        results.add(new Measurement(
                name() + "/classes", "classes", Ratio.of((double) plan.classes(), (double) user.classes()), less));
        results.add(new Measurement(name() + "/jars", "KB", Ratio.of(kilobytes(OURS), kilobytes(SDK)), less));
    }

    private static Spent start(Class<?> main) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Spent.parse(output);
    }

    private static double kilobytes(Pattern jars) throws IOException {
        long bytes = 0;
        for (String entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            if (jars.matcher(entry).matches()) {
                try (Stream<Path> files = Files.walk(Path.of(entry))) {
                    bytes += files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum();
                }
            }
        }
        return bytes / 1024.0;
    }
}
