package dev.tenure.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final int WIDEST = 100;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void theStoryOfASmallCompany_goesAsExpected() {
        int missed = new Story(Story.FEWEST_WORKERS, new Screen(out, false), nanos::incrementAndGet).tell();

        assertThat(missed).as(text()).isZero();
        assertThat(text())
                .contains("DEACTIVATE C1  access ends: TERMINATION_DATE at 2026-03-06T13:00:00Z")
                .contains("Everything happened as expected.");
        assertThat(lines()).as("lines that are too wide").noneMatch(line -> line.length() > WIDEST);
    }

    @Test
    void atATerminal_progressIsOneLineThatIsWrittenOver() {
        Screen screen = new Screen(out, true);

        screen.progress("half");
        screen.progress("whole");
        screen.endProgress();

        assertThat(text()).doesNotContain("\n").endsWith("\r\u001b[K");
    }

    @Test
    void aCompanyThatIsTooSmall_isRefused() {
        assertThatThrownBy(() -> new Story(10, new Screen(out, false), nanos::incrementAndGet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take 60 or more");
    }

    private List<String> lines() {
        return text().lines().toList();
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
