package com.example.host;

import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A simulated Workday and Okta by the real clock. */
final class Systems implements AutoCloseable {

    /** Is in every name, to be searched for where no name belongs. */
    static final String FAMILY = "Zyxqv";

    static final String NOTIFIER = "workday";
    static final String NOTIFIER_PASSWORD = "s3cret-of-the-notifier";
    static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 8);

    final WorkdaySimulator workday =
            WorkdaySimulator.builder(InstantSource.system()).start();
    final OktaSimulator okta =
            OktaSimulator.builder(InstantSource.system()).passwordOptional().start();

    Map<String, String> settings(String databaseUrl) {
        Map<String, String> settings = new HashMap<>();
        settings.put("database.url", databaseUrl);
        settings.put("workday.url", workday.endpoint());
        settings.put("workday.user", workday.user());
        settings.put("workday.password", workday.password());
        settings.put("okta.url", okta.url());
        settings.put("okta.token", okta.token());
        settings.put("notifications.user", NOTIFIER);
        settings.put("notifications.password", NOTIFIER_PASSWORD);
        return settings;
    }

    void hire(int many) {
        for (int number = 1; number <= many; number++) {
            String login = login(number);
            workday.hire(
                    id(number),
                    LONG_AGO,
                    worker -> worker.name("First", FAMILY)
                            .userName(login)
                            .email(login)
                            .title("Engineer")
                            .site(Site.LONDON));
        }
    }

    /** Lets Workday tell an instance of a worker. */
    int notify(Instance instance, int number) {
        workday.notifyTo(instance.url() + "/workday/notifications", NOTIFIER, NOTIFIER_PASSWORD);
        return workday.notifyOf(id(number), "Change Job");
    }

    boolean hasTitle(int number, String title) {
        return okta.user(login(number))
                .flatMap(user -> user.text("title"))
                .filter(title::equals)
                .isPresent();
    }

    long count(UserStatus status) {
        return okta.users().stream().filter(user -> user.status() == status).count();
    }

    long writes(String call) {
        return okta.writes().stream().filter(write -> write.call().equals(call)).count();
    }

    static String id(int number) {
        return "w" + (1000 + number);
    }

    static String login(int number) {
        return id(number) + "@acme.test";
    }

    @Override
    public void close() {
        workday.close();
        okta.close();
    }
}
