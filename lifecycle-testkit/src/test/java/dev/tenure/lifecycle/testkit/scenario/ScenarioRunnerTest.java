package dev.tenure.lifecycle.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.store.LifecycleStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** A runner that lets everything pass would be worth nothing: what is expected wrongly must be found. */
final class ScenarioRunnerTest {

    private static final String STORY = """
            {"id": "story", "why": "E1", "policy": {"preset": "OKTA_PARITY"%s}, "steps": [
              {"at": "2026-03-02T09:00:00Z",
               "hr": {"put": [{"id": "1", "hireDate": "2024-01-08", "firstDayOfWork": "2024-01-08", "groups": ["PG"],
                               "terminationDate": "2026-03-09",
                               "profile": {"userName": "ada@acme.test", "email": "ada@acme.test"}%s}],
                      "groups": [{"id": "PG", "name": "Eng"}]},
               "do": {"import": "FULL"},
               "expect": {%s}}]}
            """;

    private static final String CALLS = "\"calls\": [{\"op\": \"CREATE\", \"user\": \"ada@acme.test\","
            + " \"profile\": {\"login\": \"ada@acme.test\", \"email\": \"ada@acme.test\"}},"
            + " {\"op\": \"GROUP_CREATE\", \"group\": \"Eng\"},"
            + " {\"op\": \"MEMBER_ADD\", \"group\": \"Eng\", \"user\": \"ada@acme.test\"}]";

    @TempDir
    private Path folder;

    @Test
    void story_thatIsTrue_passes() {
        assertThatCode(() -> play(CALLS
                        + ", \"users\": {\"ada@acme.test\": {\"status\": \"ACTIVE\","
                        + " \"profile\": {\"email\": \"ada@acme.test\", \"title\": null}}, \"nobody\": null},"
                        + " \"groups\": {\"Eng\": [\"ada@acme.test\"]}, \"pending\": [], \"failed\": [],"
                        + " \"absent\": [], \"held\": null, \"nextTransition\": \"2026-03-10T00:00:00Z\""))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls: []|calls: unexpected CREATE ada@acme.test",
                "calls: [{op: DEACTIVATE, user: ada@acme.test}]|calls: missing    DEACTIVATE ada@acme.test",
                "users: {ada@acme.test: {status: SUSPENDED}}|should be SUSPENDED and is ACTIVE",
                "users: {ada@acme.test: {profile: {title: Queen}}}|should have title='Queen' and has null",
                "users: {ada@acme.test: null}|ada@acme.test is there",
                "users: {eve@acme.test: {status: ACTIVE}}|eve@acme.test is not there",
                "groups: {}|groups: expected {} but was {Eng=[ada@acme.test]}",
                "pending: [{worker: w, why: NEW}]|pending: missing    w NEW",
                "failed: [w]|failed: missing    w",
                "absent: [w]|absent: missing    w",
                "held: {op: DEACTIVATE, count: 2, of: 3}|held: expected [DEACTIVATE 2 of 3] but was nothing",
                "nextTransition: null|nextTransition: expected none but was 2026-03-10T00:00:00Z",
            })
    void expectation_thatIsNotSo_isFound(String expectation, String words) {
        assertThatThrownBy(() -> play(quoted(expectation)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("step 1 of 1, at 2026-03-02T09:00:00Z")
                .hasMessageContaining(words);
    }

    @Test
    void order_ofCallsThatCounts_isFound() {
        String reversed = "\"calls\": [{\"op\": \"MEMBER_ADD\", \"group\": \"Eng\", \"user\": \"ada@acme.test\"},"
                + CALLS.substring(CALLS.indexOf('[') + 1, CALLS.lastIndexOf(", {"))
                + "]";
        assertThatThrownBy(() -> play(reversed))
                .hasMessageContaining("calls: order of group Eng")
                .hasMessageContaining("calls: order of the first MEMBER_ADD of ada@acme.test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | \"colls\": []                          | steps[0].expect: unknown key 'colls'",
                "'' | '' | \"calls\": [{\"op\": \"PAINT\"}]       | steps[0].expect.calls[0].op: 'PAINT' is none of",
                "'' | '' | \"users\": {\"u\": {\"status\": \"X\"}} | steps[0].expect.users.u.status: 'X' is none of",
                "', \"colour\": true' | '' | ''                    | policy.colour: there is no switch of this name",
                "', \"preStartDays\": -1' | '' | ''                | policy: this policy is refused: preStartDays is -1",
                "'' | ', \"shoeSize\": 42' | ''                    | steps[0].hr.put[0]: unknown key 'shoeSize'",
                "'' | ', \"inactiveSince\": \"2026-02-30\"' | ''   | steps[0].hr.put[0].inactiveSince: there is no such day",
            })
    void text_thatIsNotKnown_isRefusedWithItsPlace(String policy, String worker, String expect, String words)
            throws IOException {
        Path file = write("story.json", STORY.formatted(policy, worker, expect));
        assertThatThrownBy(() -> ScenarioRunner.inMemory().play(file))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("story.json")
                .hasMessageContaining(words);
        assertThatThrownBy(() -> tests().get(0).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(words);
    }

    @Test
    void step_thatChangesAUserWhoIsNotThere_isNamed() throws IOException {
        Path file = write(
                "story.json",
                STORY.formatted("", "", "")
                        .replace("\"do\":", "\"target\": {\"setStatus\": {\"nobody\": \"ACTIVE\"}}, \"do\":"));
        assertThatThrownBy(() -> ScenarioRunner.inMemory().play(file))
                .hasMessageContaining("step 1 of 1")
                .hasMessageContaining("nobody");
    }

    @Test
    void request_thatTheEngineRefuses_isRightWhereNothingIsToHappen() throws IOException {
        String refused = STORY.replace(
                "{\"import\": \"FULL\"}", "{\"link\": {\"worker\": \"1\", \"user\": \"nobody@acme.test\"}}");
        Path nothing = write("nothing.json", refused.formatted("", "", "\"calls\": [], \"absent\": []"));
        Path something = write("something.json", refused.formatted("", "", CALLS));
        assertThatCode(() -> ScenarioRunner.inMemory().play(nothing)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ScenarioRunner.inMemory().play(something))
                .hasMessageContaining("step 1 of 1")
                .hasMessageContaining("nobody@acme.test");
    }

    @Test
    void import_thatBreaks_isNeverRight() throws IOException {
        LifecycleStore store = new InMemoryStore();
        LifecycleStore broken = (LifecycleStore) Proxy.newProxyInstance(
                LifecycleStore.class.getClassLoader(),
                new Class<?>[] {LifecycleStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("progress")) {
                        throw new IllegalStateException("the store is broken");
                    }
                    return method.invoke(store, arguments);
                });
        Path file = write("nothing.json", STORY.formatted("", "", "\"calls\": []"));
        assertThatThrownBy(
                        () -> ScenarioRunner.inMemory().withStores(() -> broken).play(file))
                .hasMessageContaining("the store is broken");
    }

    @Test
    void keyThatComesTwice_isRefused() throws IOException {
        Path file = write("story.json", "{\"id\": \"a\", \"id\": \"b\"}");
        assertThatThrownBy(() -> ScenarioRunner.inMemory().play(file)).hasMessageContaining("comes twice");
    }

    @Test
    void tests_areNamedByTheId_andSkippedOnesSaySo() throws IOException {
        write("a.json", STORY.formatted("", "", ""));
        List<DynamicTest> tests =
                ScenarioRunner.inMemory().skipping("story").tests(folder).toList();
        assertThat(tests).extracting(DynamicTest::getDisplayName).containsExactly("story");
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("still to come");
    }

    @Test
    void folderWithoutAScenario_fails() {
        assertThatThrownBy(this::tests).isInstanceOf(AssertionError.class).hasMessageContaining("no scenario");
    }

    private void play(String expectation) throws IOException {
        ScenarioRunner.inMemory().play(write("story.json", STORY.formatted("", "", expectation)));
    }

    private List<DynamicTest> tests() {
        return ScenarioRunner.inMemory().tests(folder).toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Puts every word into quotes, so that a table of cases can be read. */
    private static String quoted(String text) {
        return text.replaceAll("(?<![\\w.@])(?!null\\b|\\d+\\b)([\\w@.-]+)", "\"$1\"");
    }
}
