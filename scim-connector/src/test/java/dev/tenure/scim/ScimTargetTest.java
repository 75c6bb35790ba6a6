package dev.tenure.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDefinition;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeSchema;
import dev.tenure.lifecycle.attribute.AttributeType;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.simulators.scim.Fault;
import dev.tenure.simulators.scim.ScimQuirk;
import dev.tenure.simulators.scim.ScimSimulator;
import dev.tenure.simulators.scim.SimulatedUser;
import dev.tenure.simulators.scim.SimulatedWrite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent, by which calls, and what each way in which services differ makes of it. */
class ScimTargetTest {

    private final Services services = new Services();

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void create_isOneCall_andSendsExtensionsAndOnePrimaryAddress() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        Attributes profile = People.profile("ann@example.com").toBuilder()
                .put(ScimAttributes.EMPLOYEE_NUMBER, "100001")
                .put(ScimAttributes.MANAGER, "boss-id")
                .put("title", AttributeValue.of(""))
                .put("roles", AttributeValue.of(List.of(AttributeValue.of("reader"), AttributeValue.of("writer"))))
                .build();
        Account made = target.create(new NewAccount(profile, List.of()));
        SimulatedUser user = service.user("ann@example.com").orElseThrow();
        String enterprise = ScimAttributes.ENTERPRISE.substring(0, ScimAttributes.ENTERPRISE.length() - 1);
        assertThat(user.active()).isTrue();
        assertThat(user.text("schemas").orElseThrow()).contains(enterprise);
        assertThat(user.text("emails", "work", "primary")).contains("true");
        assertThat(user.text(enterprise, "employeeNumber")).contains("100001");
        assertThat(user.text(enterprise, "manager", "value")).contains("boss-id");
        assertThat(user.text("title")).as("empty text is not sent").isEmpty();
        assertThat(made.attributes().text("roles")).contains("reader,writer");
        assertThat(service.calls()).isEqualTo(Map.of("POST /Users", 1));
    }

    @Test
    void e2_anUpdate_isOnePatchThatNamesWhatChangedAndNothingElse() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("name.givenName", AttributeValue.of("Anna"));
        values.put(ScimAttributes.WORK_EMAIL, AttributeValue.of("anna@example.com"));
        values.put(ScimAttributes.DEPARTMENT, AttributeValue.of("R&D"));
        Account after = target.update(ann, new AttributeDelta(values));
        assertThat(service.calls()).isEqualTo(Map.of("GET /ServiceProviderConfig", 1, "PATCH /Users/{id}", 1));
        assertThat(paths(service))
                .containsExactly("name.givenName", ScimAttributes.WORK_EMAIL, ScimAttributes.DEPARTMENT);
        assertThat(after.attributes().text(ScimAttributes.WORK_EMAIL)).contains("anna@example.com");
        assertThat(after.attributes().text("name.familyName")).contains("Ben Salah");
    }

    @Test
    void anElementThatIsNotThere_isAddedOnce_withAllItsParts() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        Map<String, AttributeValue> address = new LinkedHashMap<>();
        address.put(ScimAttributes.workAddress("locality"), AttributeValue.of("Oslo"));
        address.put(ScimAttributes.workAddress("country"), AttributeValue.of("NO"));
        Account after = target.update(ann, new AttributeDelta(address));
        assertThat(after.attributes().text("addresses[type eq \"work\"].locality"))
                .contains("Oslo");
        assertThat(after.attributes().text("addresses[type eq \"work\"].country"))
                .contains("NO");
        assertThat(paths(service)).containsExactly("addresses");
        assertThat(service.calls()).containsEntry("PATCH /Users/{id}", 2).containsEntry("GET /Users/{id}", 1);
        target.update(ann, People.clear(ScimAttributes.workAddress("locality")));
        assertThat(service.user("ann@example.com").orElseThrow().text("addresses", "work", "country"))
                .contains("NO");
    }

    @Test
    void clearing_removesTheWholeAddress_andWhatIsNotThereIsDone() {
        ScimSimulator service = services.start(with -> with.quirk(ScimQuirk.REMOVING_NOTHING_IS_NO_TARGET));
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        target.update(ann, People.clear(ScimAttributes.WORK_EMAIL));
        assertThat(service.user("ann@example.com").orElseThrow().text("emails")).isEmpty();
        Account again = target.update(ann, People.clear(ScimAttributes.WORK_EMAIL));
        assertThat(again.attributes().text(ScimAttributes.WORK_EMAIL)).isEmpty();
    }

    @Test
    void put_keepsWhatItDoesNotName_alsoWhatNoMappingKnows() {
        ScimSimulator service =
                services.start(with -> with.quirk(ScimQuirk.NO_PATCH).versions());
        Map<String, Object> ann = new LinkedHashMap<>();
        ann.put("userName", "ann@example.com");
        ann.put("nickName", "Annie");
        ann.put("emails", List.of(Map.of("value", "home@example.com", "type", "home")));
        String id = service.addUser(ann).id();
        ScimTarget target = services.target(service);
        target.update(new AccountRef("scim", id), People.set(ScimAttributes.WORK_EMAIL, "ann@example.com"));
        SimulatedUser user = service.user(id).orElseThrow();
        assertThat(user.text("nickName")).contains("Annie");
        assertThat(user.text("emails", "home", "value")).contains("home@example.com");
        assertThat(user.text("emails", "work", "value")).contains("ann@example.com");
        assertThat(service.headers().get(service.headers().size() - 1)).containsEntry("if-match", "W/\"1\"");
    }

    @Test
    void versions_areNotUsedWhereTheyAreNotAnnounced() {
        ScimSimulator service = services.start(with -> with.quirk(ScimQuirk.NO_PATCH));
        ScimTarget target = services.target(service);
        target.update(services.ann(target, service), People.set("title", "Analyst"));
        assertThat(service.headers()).noneMatch(headers -> headers.containsKey("if-match"));
    }

    @Test
    void patchThatIsAnnouncedAndRefused_becomesPut_andStaysSo() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        service.failNext("PATCH /Users/{id}", 1, Fault.error(501, "", "not implemented"));
        target.update(ann, People.set("title", "Analyst"));
        target.deactivate(ann);
        assertThat(service.user("ann@example.com").orElseThrow().text("title")).contains("Analyst");
        assertThat(service.user("ann@example.com").orElseThrow().active()).isFalse();
        assertThat(service.calls()).containsEntry("PATCH /Users/{id}", 1).containsEntry("PUT /Users/{id}", 2);
    }

    @Test
    void e3_aServiceThatKeepsSomebodyActive_isNotBelieved() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        service.drop("active");
        assertThatThrownBy(() -> target.deactivate(ann))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("did nothing");
    }

    @Test
    void whatTheServiceLeavesOut_isTold() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        service.drop("title");
        Map<String, List<String>> heard = new LinkedHashMap<>();
        ScimTarget target = services.builder(service).ignored(heard::put).build();
        Attributes profile = People.profile("ann@example.com").toBuilder()
                .put("title", "Analyst")
                .build();
        AccountRef ann = target.create(new NewAccount(profile, List.of())).ref();
        assertThat(heard).containsExactly(Map.entry(ann.id(), List.of("title")));
    }

    @Test
    void aNameThatIsNoPath_orNotTheMappingsBusiness_isRefusedBeforeAnyCall() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        for (String name : List.of("two words", "active", "id", "password", "groups")) {
            assertThatThrownBy(() -> target.update(new AccountRef("scim", "x"), People.set(name, "y")))
                    .as(name)
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("'" + name + "'");
        }
        assertThat(service.callCount()).isZero();
    }

    @Test
    void callsSayWhoCalls_andCarryACorrelationId() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        services.ann(services.target(service), service);
        service.forgetCalls();
        find(services.target(service), "userName", "ann@example.com");
        assertThat(service.headers()).isNotEmpty().allSatisfy(headers -> {
            assertThat(headers.get("user-agent")).startsWith("tenure");
            assertThat(headers.get("x-correlation-id")).isNotBlank();
            assertThat(headers.get("accept")).startsWith("application/scim+json");
        });
    }

    @Test
    void theSchema_namesEverySingleValue() {
        AttributeSchema schema = services.target(services.start(UnaryOperator.identity()))
                .describe()
                .schema()
                .orElseThrow();
        assertThat(schema.find("userName").map(AttributeDefinition::required)).contains(true);
        assertThat(schema.find("active").map(AttributeDefinition::readOnly)).contains(true);
        assertThat(schema.find("roles").map(AttributeDefinition::type)).contains(AttributeType.ARRAY);
        assertThat(schema.find(ScimAttributes.ENTERPRISE + "manager.displayName")
                        .map(AttributeDefinition::readOnly))
                .contains(true);
        assertThat(schema.names())
                .contains(
                        "externalId",
                        "name.givenName",
                        ScimAttributes.WORK_EMAIL,
                        "emails[primary eq true].value",
                        ScimAttributes.MOBILE_PHONE,
                        ScimAttributes.workAddress("locality"),
                        ScimAttributes.EMPLOYEE_NUMBER,
                        ScimAttributes.MANAGER)
                .doesNotContain("id", "password", "groups", "meta.version");
        assertThat(ScimMappings.hrToScim().rows())
                .allSatisfy(row -> assertThat(schema.names()).contains(row.attribute()));
    }

    @Test
    void withoutSchemas_theTargetSaysNothingOfItsAttributes() {
        ScimTarget target = services.target(services.start(with -> with.quirk(ScimQuirk.NO_DISCOVERY)));
        assertThat(target.describe().schema()).isEmpty();
        assertThat(target.describe().keys()).containsExactly("externalId", "userName");
    }

    @Test
    void s4_aNewUserMayBeMissingForAMinute_unlessTheHostSaysOtherwise() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        assertThat(services.target(service).describe().lag()).isEqualTo(Duration.ofMinutes(3));
        ScimTarget asSet = services.builder(service).lag(Duration.ofMinutes(9)).build();
        assertThat(asSet.describe().lag()).isEqualTo(Duration.ofMinutes(9));
        assertThatThrownBy(() -> services.builder(service).lag(Duration.ofSeconds(-1)))
                .hasMessageContaining("'lag' is PT-1S");
    }

    @Test
    void n3_theTest_namesWhatIsMissingForEachFeature() {
        ScimSimulator service = services.start(
                with -> with.quirk(ScimQuirk.FILTERS_USER_NAME_ALONE).quirk(ScimQuirk.NO_DISCOVERY));
        ScimTarget target = services.target(service);
        services.ann(target, service);
        service.failNext("GET /Groups", 1, Fault.error(403, "", "no"));
        Map<String, String> problems = problems(target.test());
        assertThat(problems.get("read what the service announces")).contains("has no ServiceProviderConfig");
        assertThat(problems.get("find users by externalId")).contains("leave it out of the option keys");
        assertThat(problems.get("read groups")).contains("give them the right to read and write users and groups");
        assertThat(problems).doesNotContainKeys("read users", "end access", "find users by userName");
        assertThat(target.test().checks())
                .filteredOn(check -> check.doubt().isPresent())
                .extracting(ConnectionReport.Check::feature)
                .containsExactly("write users and groups");
    }

    @Test
    void aBuilder_refusesWhatMakesNoSense() {
        ScimTargetBuilder builder = ScimTarget.builder("https://example.com/scim/v2");
        assertThatThrownBy(() -> ScimTarget.builder("http://example.com/scim"))
                .hasMessageContaining("Setting 'base' is not HTTPS");
        assertThatThrownBy(() -> builder.keys(List.of())).hasMessageContaining("'keys'");
        assertThatThrownBy(() -> builder.keys(List.of("a b"))).hasMessageContaining("no SCIM path");
        assertThatThrownBy(() -> builder.pageSize(0)).hasMessageContaining("'pageSize'");
        assertThatThrownBy(() -> builder.name(" ")).hasMessageContaining("'name'");
        assertThatThrownBy(builder::build).hasMessageContaining("'token'");
    }

    private static List<AccountRef> find(ScimTarget target, String attribute, String value) {
        return target.find(List.of(AccountKey.of(attribute, value))).stream()
                .map(Account::ref)
                .toList();
    }

    private static List<String> paths(ScimSimulator service) {
        return service.writes().stream()
                .map(SimulatedWrite::attributes)
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, String> problems(ConnectionReport report) {
        Map<String, String> problems = new LinkedHashMap<>();
        report.checks().forEach(check -> check.problem().ifPresent(what -> problems.put(check.feature(), what)));
        return problems;
    }
}
