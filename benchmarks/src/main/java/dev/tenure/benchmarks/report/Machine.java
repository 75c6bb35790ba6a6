package dev.tenure.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was measured on.
 *
 * @param cpu the processor
 * @param cores how many cores
 * @param java the Java machine
 * @param system the operating system
 */
public record Machine(String cpu, int cores, String java, String system) {

    /**
     * Looks at this machine.
     *
     * @return what it is
     */
    public static Machine here() {
        return new Machine(
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
