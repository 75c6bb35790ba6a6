package dev.tenure.lifecycle.store.jdbc;

import java.util.regex.Pattern;
import javax.sql.DataSource;

final class H2UnchangedWorkersTest extends UnchangedWorkersBehaviour {

    @Override
    DataSource database() {
        return H2Databases.inMemory();
    }

    /**
     * H2 says in a comment behind a table which index it takes and, behind a colon, by which condition. Without one, a page of
     * all there are, in the order of the index, is no more than that page.
     */
    @Override
    boolean looksAtEveryRow(String plan) {
        return Pattern.compile(
                                "\"TENURE_(WORKER|ACCOUNT)\"[^/]*/\\* PUBLIC\\.[A-Z_0-9.]+\\s*\\*/",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(plan)
                        .find()
                && !plan.contains("direct lookup")
                && !(plan.contains("index sorted") && !plan.contains("WHERE"));
    }
}
