package dev.tenure.examples.quickstart;

import dev.tenure.lifecycle.worker.WorkerRef;
import dev.tenure.simulators.workday.Site;
import dev.tenure.simulators.workday.WorkerEdit;

/** Somebody who works, worked or will work for the company. All of them are made up. */
record Person(
        String id,
        Names.Name given,
        Names.Name family,
        String login,
        String title,
        String department,
        Site site,
        String phone,
        String manager) {

    /** What {@code WorkdaySource} is called unless it is given another name. */
    private static final String SOURCE = "workday";

    WorkerRef ref() {
        return new WorkerRef(SOURCE, id);
    }

    /** Enters the person in Workday. */
    void enter(WorkerEdit edit) {
        edit.name(given.written(), family.written())
                .userName(login)
                .email(login)
                .title(title)
                .businessUnit(department)
                .supervisoryOrg(department + ", " + site.name())
                .site(site)
                .workPhone(phone);
        if (!manager.isEmpty()) {
            edit.manager(manager);
        }
    }

    Person withLogin(String newLogin) {
        return new Person(id, given, family, newLogin, title, department, site, phone, manager);
    }
}
