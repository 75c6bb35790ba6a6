package dev.tenure.benchmarks.directory;

import com.unboundid.ldap.sdk.LDAPException;
import dev.tenure.benchmarks.Figure;
import dev.tenure.benchmarks.measure.Contest;
import dev.tenure.benchmarks.measure.Duel;
import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Goal;
import dev.tenure.benchmarks.measure.Measurement;
import dev.tenure.benchmarks.measure.Results;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Figure 9: accounts made and changed in one directory in memory, over TLS, by one thread. Every side makes the same entry;
 * what one writes besides, for its own good, is part of what it costs.
 */
public final class DirectoryWrites implements Figure {

    private static final int BATCH = 20;

    /** Prepares the figure. */
    public DirectoryWrites() {}

    /** Makes accounts and changes their titles. */
    interface Writer extends AutoCloseable {

        /** Makes a closed account without a password; gives what {@link #update} wants to know of it. */
        String create(Map<String, String> attributes) throws Exception;

        /** Changes one attribute. */
        void update(String account, String title) throws Exception;

        @Override
        default void close() {}
    }

    @Override
    public String name() {
        return "directory.write";
    }

    @Override
    public void measure(Effort effort, Results results) throws Exception {
        try (TrustedDirectory directory = TrustedDirectory.start();
                Writer ours = new OurWriter(directory);
                Writer connId = new ConnIdWriter(directory);
                Writer bare = new BareWriter(directory)) {
            Contest creates = new Duel(effort)
                    .side("ours", () -> create(ours, directory.simulator()))
                    .side("connid", () -> create(connId, directory.simulator()))
                    .side("bare", () -> create(bare, directory.simulator()))
                    .run();
            report("create", creates, results);
            String one = ours.create(person(0));
            String two = connId.create(person(1));
            String three = bare.create(person(2));
            Contest updates = new Duel(effort)
                    .side("ours", () -> update(ours, one, directory.simulator()))
                    .side("connid", () -> update(connId, two, directory.simulator()))
                    .side("bare", () -> update(bare, three, directory.simulator()))
                    .run();
            report("update", updates, results);
        }
    }

    private void report(String what, Contest contest, Results results) {
        results.add(new Measurement(
                name() + "/" + what + "-connid", what + "s/s", contest.speed("ours", "connid"), Goal.atLeast(1)));
        results.add(new Measurement(
                name() + "/" + what + "-connid-allocation",
                "bytes/" + what,
                contest.allocation("ours", "connid"),
                Goal.atMost(1)));
        results.add(new Measurement(
                name() + "/" + what + "-bare",
                what + "s/s",
                contest.speed("ours", "bare"),
                Goal.watched(Goal.Better.HIGHER)));
    }

    /**
     * What was made is removed behind the writer's back, or the directory would search ever longer, having no index; by
     * another thread, since what this one allocates is counted.
     */
    private static long create(Writer writer, DirectorySimulator directory) throws Exception {
        for (int number = 0; number < BATCH; number++) {
            writer.create(person(number));
        }
        CompletableFuture.runAsync(() -> remove(directory)).join();
        directory.writes().clear();
        return BATCH;
    }

    private static void remove(DirectorySimulator directory) {
        try {
            for (int number = 0; number < BATCH; number++) {
                directory.server().delete("CN=First" + number + " Last" + number + "," + DirectorySimulator.STAFF);
            }
        } catch (LDAPException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long update(Writer writer, String account, DirectorySimulator directory) throws Exception {
        for (int number = 0; number < BATCH; number++) {
            writer.update(account, "Title " + number);
        }
        directory.writes().clear();
        return BATCH;
    }

    /** What everybody is given of a person: attributes by the directory's names. */
    static Map<String, String> person(int number) {
        Map<String, String> person = new LinkedHashMap<>();
        person.put("sAMAccountName", "user" + number);
        person.put("givenName", "First" + number);
        person.put("sn", "Last" + number);
        person.put("displayName", "First" + number + " Last" + number);
        person.put("mail", "user" + number + "@example.com");
        person.put("department", "Department " + number);
        person.put("title", "Title");
        person.put("employeeID", Integer.toString(number));
        return person;
    }

    /** The classes of an account. */
    static final List<String> CLASSES = List.of("top", "person", "organizationalPerson", "user");

    /** A closed account of a person that needs no password yet. */
    static final String CLOSED = "546";
}
