package dev.tenure.scim.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScimPathTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "name.givenName",
                "emails[type eq \"work\"].value",
                "emails[primary eq true].value",
                "members[value eq \"4711\"]",
                ENTERPRISE + ":department",
                ENTERPRISE + ":manager.value",
                ENTERPRISE + ":manager.$ref"
            })
    void aPath_isWrittenAsItWasRead(String text) {
        assertThat(ScimPath.parse(text).map(ScimPath::toString)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two words",
                "emails[type eq \"work\" or type pr].value",
                "emails[type eq \"a\\\"b\"]",
                "a.b.c",
                "emails[",
                "urn:x:"
            })
    void whatIsNoPath_isNone(String text) {
        assertThat(ScimPath.parse(text)).isEmpty();
    }

    @Test
    void theCoreSchema_needsNoUrn() {
        assertThat(ScimPath.parse(ScimPath.USER + ":title")).isEqualTo(ScimPath.parse("title"));
    }

    @Test
    void namesAndTypes_mindNoCase() throws MalformedAnswer {
        Map<String, @Nullable Object> user =
                Json.read(new Buffer().writeUtf8("{\"EMAILS\":[{\"Type\":\"WORK\",\"Value\":\"a@b.c\"}]}"));
        assertThat(path("emails[type eq \"work\"].value").read(user)).isEqualTo("a@b.c");
    }

    @Test
    void write_makesWhatHoldsTheValue_andRemoveTakesItAwayAgain() {
        Map<String, @Nullable Object> user = Json.object();
        for (String text :
                new String[] {"title", "name.givenName", "emails[type eq \"work\"].value", ENTERPRISE + ":manager.value"
                }) {
            path(text).write(user, "x");
            assertThat(path(text).read(user)).as(text).isEqualTo("x");
        }
        assertThat(Json.write(user).utf8())
                .isEqualTo("{\"emails\":[{\"type\":\"work\",\"value\":\"x\"}],\"name\":{\"givenName\":\"x\"},"
                        + "\"title\":\"x\",\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"x\"}}}");
        for (String text :
                new String[] {"title", "name.givenName", "emails[type eq \"work\"].value", ENTERPRISE + ":manager.value"
                }) {
            path(text).remove(user);
        }
        assertThat(user).isEmpty();
    }

    @Test
    void remove_ofAPartOfAnElement_leavesTheOthers() {
        Map<String, @Nullable Object> user = Json.object();
        path("addresses[type eq \"work\"].locality").write(user, "Oslo");
        path("addresses[type eq \"work\"].country").write(user, "NO");
        path("addresses[type eq \"home\"].locality").write(user, "Bergen");
        path("addresses[type eq \"work\"].locality").remove(user);
        assertThat(path("addresses[type eq \"work\"].country").read(user)).isEqualTo("NO");
        assertThat(path("addresses[type eq \"home\"].locality").read(user)).isEqualTo("Bergen");
    }

    private static ScimPath path(String text) {
        return ScimPath.parse(text).orElseThrow();
    }
}
