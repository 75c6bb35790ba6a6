package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.endsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.report.ReportPage;
import dev.tenure.lifecycle.testkit.HrRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Uses the page as an approver does, in a real browser. */
class ReportPageBrowserTest {

    private static final String SHOWN = "document.querySelectorAll('details.row:not([hidden])').length";
    private static final String STATUS = "document.getElementById('count').textContent";
    private static final String LATER = "new Promise(done => setTimeout(() => done(" + STATUS + "), 400))";

    @TempDir
    Path folder;

    private final ReportWorld world = new ReportWorld();

    private Browser open(String html) throws IOException {
        Optional<Path> binary = Browser.binary();
        if (binary.isEmpty()) {
            System.out.println("Skipped: there is no Chromium; install Debian's package 'chromium' to run this test");
        }
        assumeTrue(binary.isPresent(), "there is no Chromium; install Debian's package 'chromium'");
        Path page = Files.writeString(folder.resolve("plan.html"), html);
        return Browser.open(binary.get(), page, folder.resolve("profile"));
    }

    private String page() {
        world.hr.put(worker("a"), worker("b"), worker("c"), worker("d"));
        world.engine().run(ImportKind.FULL);
        world.hr.put(
                worker("a").with("businessTitle", "Architect"),
                worker("b", endsOn("2026-02-27")),
                worker("c").with("businessUnit", "<img src=x onerror=\"document.title='pwned'\">"),
                worker("e").with("firstName", "</script><script>document.title='pwned'</script>"),
                worker("f").with("lastName", "javascript:document.title='pwned'//\u202E' onclick='x"));
        return ReportPage.builder()
                .title("Monday's plan")
                .plan(world.engine().plan(ImportKind.FULL))
                .build()
                .html();
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void s5_page_isFilteredByTypingAndByKind() throws IOException {
        try (Browser browser = open(page())) {
            assertThat(browser.evaluate(STATUS)).isEqualTo("Showing all 5 rows");
            browser.evaluate("document.getElementById('q').focus()");
            browser.type("architect");
            assertThat(browser.evaluate(LATER)).isEqualTo("Showing 1 of 5 rows");
            assertThat(browser.evaluate(SHOWN)).isEqualTo("1");
            assertThat(browser.evaluate("document.querySelectorAll('section.list:not([hidden])').length"))
                    .isEqualTo("1");
            browser.press("Escape", 27);
            assertThat(browser.evaluate(LATER)).isEqualTo("Showing all 5 rows");
            browser.evaluate("document.querySelector('input[value=CREATE]').click()");
            assertThat(browser.evaluate(STATUS)).isEqualTo("Showing 3 of 5 rows");
            browser.evaluate("document.getElementById('open').click()");
            assertThat(browser.evaluate("document.querySelectorAll('details[open]').length"))
                    .isEqualTo("3");
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void s5_page_isUsedByKeyboardAndNamedForScreenReaders() throws IOException {
        try (Browser browser = open(page())) {
            browser.press("Tab", 9);
            assertThat(browser.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the changes");
            browser.evaluate("document.querySelector('summary').focus()");
            browser.press("Enter", 13);
            assertThat(browser.evaluate("document.querySelector('details.row').open"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("['header','nav','main','footer','[role=search]','h1','[role=status]']"
                            + ".filter(one => document.querySelectorAll(one).length !== 1).join()"))
                    .isEmpty();
            assertThat(browser.evaluate("document.getElementById('count').ariaLive"))
                    .isEqualTo("polite");
            assertThat(browser.evaluate("[...document.querySelectorAll('input')]"
                            + ".filter(one => !one.labels.length || !one.labels[0].textContent.trim()).length"))
                    .isEqualTo("0");
            assertThat(browser.evaluate("[...document.querySelectorAll('section')]"
                            + ".filter(one => !document.getElementById(one.getAttribute('aria-labelledby'))).length"))
                    .isEqualTo("0");
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void s5_page_runsNothingThatANameSays() throws IOException {
        try (Browser browser = open(page())) {
            assertThat(browser.evaluate("document.title")).isEqualTo("Monday's plan");
            assertThat(browser.evaluate("document.scripts.length + ' ' + document.images.length"))
                    .isEqualTo("1 0");
            assertThat(browser.evaluate("document.body.textContent.includes('onerror=')"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("performance.getEntriesByType('resource').length"))
                    .isEqualTo("0");
            // Even what gets into the page some other way does not run.
            assertThat(browser.evaluate("new Promise(done => { const script = document.createElement('script');"
                            + " script.textContent = 'document.title = 1'; document.body.append(script);"
                            + " setTimeout(() => done(document.title), 100); })"))
                    .isEqualTo("Monday's plan");
        }
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void s5_page_staysUsableWithTenThousandChanges() throws IOException {
        HrRecord[] workers = new HrRecord[10_000];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = worker("w" + i);
        }
        world.hr.put(workers);
        String html = ReportPage.of(world.engine().plan(ImportKind.FULL)).html();

        try (Browser browser = open(html)) {
            assertThat(browser.evaluate(STATUS)).isEqualTo("Showing all 10000 rows");
            browser.evaluate("document.getElementById('q').focus()");
            browser.type("w1234@");
            assertThat(browser.evaluate("new Promise(done => { const look = () => " + STATUS
                            + ".includes(' of ') ? done(" + STATUS + ") : setTimeout(look, 20); look(); })"))
                    .isEqualTo("Showing 1 of 10000 rows");
        }
    }
}
