package com.example.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.host.demo.DemoMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees, ten times as fast, with two instances. */
@Timeout(180)
final class DemoTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theStoryIsTold_andWhatTheApplicationMakesOfIt() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "INSTANCES", "2",
                "HTTP_PORT", "0",
                "SPEED", "9000",
                "JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=logback-demo.xml -DLOG_FILE=demo.json");
        try (Instance demo = Instance.run(folder, "demo", DemoMain.class.getName(), environment)) {
            demo.await("the story is over", () -> demo.text().contains("That was the story."));
            demo.stop();
            assertThat(demo.text())
                    .containsPattern("host-[12] +CREATE  Amara Okafor: .*\\(rule E1\\)")
                    .containsPattern("host-[12] +UPDATE title  Ben Schulz: ")
                    .containsPattern("host-[12] +CREATE  Olivia Nguyen: ")
                    .containsPattern("host-[12] +DEACTIVATE  Emil Novak: .*IMMEDIATE_REASON")
                    .containsPattern("host-[12] +DEACTIVATE  Fiona Walsh: .*TERMINATION_DATE")
                    .containsPattern("host-[12] +REACTIVATE  Fiona Walsh: ")
                    .doesNotContain("Exception")
                    .doesNotContain("FAILED");
        }
    }
}
