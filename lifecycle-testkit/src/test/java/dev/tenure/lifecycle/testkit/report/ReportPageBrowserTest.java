package dev.tenure.lifecycle.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.report.ReportPage;
import dev.tenure.lifecycle.testkit.HrRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Uses the page as an approver does, in a real browser. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReportPageBrowserTest {

    private static final String SHOWN = "document.querySelectorAll('details.row:not([hidden])').length";
    private static final String STATUS = "document.getElementById('count').textContent";
    private static final String FOCUSED = "document.activeElement.closest('details')"
            + " === [...document.querySelectorAll('details.row:not([hidden])')][%d]";

    private static String page = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void makePage() {
        page = new RichWorld().page();
    }

    private Browser open(String html) throws IOException {
        Optional<Path> binary = Browser.binary();
        if (binary.isEmpty()) {
            System.out.println("Skipped: there is no Chromium; install Debian's package 'chromium' to run this test");
        }
        assumeTrue(binary.isPresent(), "there is no Chromium; install Debian's package 'chromium'");
        Path file = Files.writeString(folder.resolve("plan.html"), html);
        return Browser.open(binary.get(), file, folder.resolve("profile"));
    }

    /** Waits until the status says something else than before. */
    private static String next(Browser browser, String before) {
        return browser.evaluate("new Promise(done => { const look = () => " + STATUS + " === '" + before
                + "' ? setTimeout(look, 20) : done(" + STATUS + "); look(); })");
    }

    @Test
    void s5_page_isFilteredByTypingAndByKind() throws IOException {
        try (Browser browser = open(page)) {
            String all = browser.evaluate(STATUS);
            assertThat(all).matches("\\d{3} rows");
            browser.press("/", 191);
            browser.type("ENGINEER alvarez");
            String few = next(browser, all);
            assertThat(few).matches("\\d+ of " + all);
            assertThat(browser.evaluate("[...document.querySelectorAll('details.row:not([hidden])')].every("
                            + "row => /engineer/i.test(row.textContent) && /[aá]lvarez/i.test(row.textContent))"))
                    .isEqualTo("true");
            assertThat(browser.evaluate(SHOWN)).isEqualTo(few.substring(0, few.indexOf(' ')));
            assertThat(browser.evaluate("[...document.querySelectorAll('section.list')].every(list => list.hidden"
                            + " === !list.querySelector('details.row:not([hidden])'))"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("document.querySelector('section.list:not([hidden]) .n').textContent"))
                    .matches("\\d+ of \\d+");
            browser.press("Escape", 27);
            assertThat(browser.evaluate(STATUS)).isEqualTo(all);

            String creates = browser.evaluate("document.querySelectorAll('[data-k=CREATE]').length");
            browser.click("input[value=CREATE]");
            assertThat(browser.evaluate("document.querySelectorAll('[data-k=CREATE]:not([hidden])').length"))
                    .isEqualTo("0");
            assertThat(browser.evaluate("document.getElementById('new').hidden"))
                    .isEqualTo("true");
            int left = Integer.parseInt(all.substring(0, all.indexOf(' '))) - Integer.parseInt(creates);
            assertThat(browser.evaluate(STATUS)).isEqualTo(left + " of " + all);
            browser.click("#open");
            assertThat(browser.evaluate("document.querySelectorAll('details[open]').length"))
                    .isEqualTo(String.valueOf(left));
            browser.click("#close");
            assertThat(browser.evaluate("document.querySelectorAll('details[open]').length"))
                    .isEqualTo("0");
        }
    }

    @Test
    void s5_page_isUsedByKeyboardAlone() throws IOException {
        try (Browser browser = open(page)) {
            browser.press("Tab", 9);
            assertThat(browser.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the content");
            browser.press("Enter", 13);
            assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("main");
            browser.press("Tab", 9);
            assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("q");
            assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");

            browser.evaluate("document.querySelector('input[value=PENDING]').focus()");
            browser.press(" ", 32);
            assertThat(browser.evaluate("document.getElementById('asked').hidden"))
                    .isEqualTo("true");
            browser.evaluate("document.querySelector('details.row:not([hidden]) summary').focus()");
            browser.press("ArrowDown", 40);
            assertThat(browser.evaluate(FOCUSED.formatted(1))).isEqualTo("true");
            browser.press("ArrowUp", 38);
            assertThat(browser.evaluate(FOCUSED.formatted(0))).isEqualTo("true");
            browser.press("Enter", 13);
            assertThat(browser.evaluate("document.querySelector('details.row:not([hidden])').open"))
                    .isEqualTo("true");
            browser.press("/", 191);
            assertThat(browser.evaluate("document.activeElement.id + document.activeElement.value"))
                    .isEqualTo("q");
        }
    }

    @Test
    void s5_page_isReadByScreenReaders() throws IOException {
        try (Browser browser = open(page)) {
            List<Browser.Spoken> spoken = browser.spoken();

            assertThat(spoken)
                    .extracting(one -> one.role() + ": " + one.name())
                    .contains(
                            "banner: ",
                            "navigation: Contents",
                            "main: ",
                            "contentinfo: ",
                            "search: Filter the rows",
                            "searchbox: Filter",
                            "region: Plan of a full import",
                            "heading: Safeguard: 44 changes would be held",
                            "heading: Access ends 44",
                            "group: Show these kinds",
                            "checkbox: Deactivate 24");
            assertThat(spoken)
                    .filteredOn(one -> one.role().equals("status"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.properties()).contains("live=polite"));
            assertThat(spoken)
                    .filteredOn(one -> one.role().equals("heading"))
                    .extracting(one -> one.properties().replaceAll("(?s).*level=([0-9]).*", "$1"))
                    .startsWith("1", "2", "3")
                    .containsOnly("1", "2", "3");
            assertThat(spoken)
                    .filteredOn(one -> List.of("checkbox", "button", "link", "heading", "region", "DisclosureTriangle")
                            .contains(one.role()))
                    .allSatisfy(one -> assertThat(one.name()).isNotBlank());
            assertThat(spoken)
                    .filteredOn(one -> one.role().equals("DisclosureTriangle"))
                    .hasSizeGreaterThan(500)
                    .anySatisfy(one -> assertThat(one.name())
                            .contains("Held", "chiara.chaudhary@acme.example", "workday/W-2", "okta", "C4"));
        }
    }

    @Test
    void s5_page_hasContrastInBothThemesAndFitsAPhone() throws IOException {
        String contrast = Files.readString(Path.of("src", "test", "resources", "report", "contrast.js"));
        try (Browser browser = open(page)) {
            browser.click("#open");
            assertThat(browser.evaluate(contrast)).as("light").isEmpty();
            browser.click("#theme");
            assertThat(browser.evaluate("document.documentElement.dataset.theme"))
                    .isEqualTo("dark");
            assertThat(browser.evaluate(contrast)).as("dark").isEmpty();

            browser.width(360);
            assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo("360");
        }
    }

    @Test
    void s5_page_isPrintedWhole() throws IOException {
        try (Browser browser = open(page)) {
            browser.evaluate("window.dispatchEvent(new Event('beforeprint'))");
            assertThat(browser.evaluate("document.querySelectorAll('details.row:not([open])').length"))
                    .isEqualTo("0");
            browser.evaluate("window.dispatchEvent(new Event('afterprint'))");
            assertThat(browser.evaluate("document.querySelectorAll('details.row[open]').length"))
                    .isEqualTo("0");
        }
    }

    @Test
    void s5_page_runsNothingThatANameSays() throws IOException {
        try (Browser browser = open(page)) {
            assertThat(browser.evaluate("document.title")).isEqualTo("Weekly import, Monday 2 March 2026");
            assertThat(browser.evaluate("document.scripts.length + ' ' + document.images.length"))
                    .isEqualTo("1 0");
            assertThat(browser.evaluate("document.body.textContent.includes(" + quoted(RichWorld.IMAGE) + ")"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("document.body.textContent.includes(" + quoted(RichWorld.MARKUP) + ")"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("document.body.textContent.includes('Inv\\u202E')"))
                    .isEqualTo("false");
            assertThat(browser.evaluate("performance.getEntriesByType('resource').length"))
                    .isEqualTo("0");
            // Even what gets into the page some other way does not run.
            assertThat(browser.evaluate("new Promise(done => { const script = document.createElement('script');"
                            + " script.textContent = 'document.title = 1'; document.body.append(script);"
                            + " setTimeout(() => done(document.title), 100); })"))
                    .isEqualTo("Weekly import, Monday 2 March 2026");
        }
    }

    /** Also shows that this test sees when a page does not work. */
    @Test
    void s5_page_whoseScriptSomebodyChanged_doesNotRunItAndIsReadWithoutIt() throws IOException {
        String changed = page.replace("\"use strict\";", "\"use strict\"; document.title = 'changed';");
        assertThat(changed).isNotEqualTo(page);
        try (Browser browser = open(changed)) {
            assertThat(browser.evaluate("document.title")).isEqualTo("Weekly import, Monday 2 March 2026");
            assertThat(browser.evaluate("document.getElementById('tools').hidden"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("document.querySelector('.chips').hidden"))
                    .isEqualTo("true");
            browser.evaluate("document.querySelector('summary').focus()");
            browser.press("Enter", 13);
            assertThat(browser.evaluate("document.querySelector('details.row').open"))
                    .isEqualTo("true");
        }
    }

    @Test
    void s5_page_staysUsableWithTenThousandChanges() throws IOException {
        ReportWorld world = new ReportWorld();
        HrRecord[] workers = new HrRecord[10_000];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = ReportWorld.worker("w" + i);
        }
        world.hr.put(workers);
        String html = ReportPage.of(world.engine().plan(ImportKind.FULL)).html();

        try (Browser browser = open(html)) {
            assertThat(browser.evaluate(STATUS)).isEqualTo("10000 rows");
            browser.press("/", 191);
            browser.type("w1234@");
            assertThat(next(browser, "10000 rows")).isEqualTo("1 of 10000 rows");
            browser.press("Escape", 27);
            browser.click("#open");
            assertThat(browser.evaluate("document.querySelectorAll('details[open]').length"))
                    .isEqualTo("10000");
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
