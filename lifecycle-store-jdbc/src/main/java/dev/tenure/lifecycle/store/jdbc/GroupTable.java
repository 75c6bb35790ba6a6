package dev.tenure.lifecycle.store.jdbc;

import dev.tenure.lifecycle.store.GroupLink;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups that the engine made or adopted. */
final class GroupTable {

    List<GroupLink> of(Connection connection, String target) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM tenure_group WHERE target = ? ORDER BY source, reference, name",
                parameters -> parameters.text(target),
                row -> new GroupLink(
                        row.text("target"),
                        row.text("group_id"),
                        row.text("source"),
                        row.text("reference"),
                        row.text("name")));
    }

    void remove(Connection connection, List<GroupLink> groups) throws SQLException {
        Sql.batch(
                connection,
                "DELETE FROM tenure_group WHERE target = ? AND source = ? AND reference = ? AND name = ?",
                groups,
                GroupTable::key);
    }

    /** The last of several with the same key is the one that stays. */
    void keep(Connection connection, List<GroupLink> groups) throws SQLException {
        remove(connection, groups);
        Map<List<String>, GroupLink> byKey = new LinkedHashMap<>();
        groups.forEach(
                group -> byKey.put(List.of(group.target(), group.source(), group.reference(), group.name()), group));
        Sql.batch(
                connection,
                "INSERT INTO tenure_group (target, source, reference, name, group_id) VALUES (?, ?, ?, ?, ?)",
                byKey.values(),
                (parameters, group) -> {
                    key(parameters, group);
                    parameters.text(group.groupId());
                });
    }

    private static void key(Parameters parameters, GroupLink group) throws SQLException {
        parameters
                .text(group.target())
                .text(group.source())
                .text(group.reference())
                .text(group.name());
    }
}
