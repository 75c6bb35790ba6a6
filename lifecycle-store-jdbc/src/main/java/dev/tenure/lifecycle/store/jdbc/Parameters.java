package dev.tenure.lifecycle.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/** Sets the parameters of a statement, one after the other. */
final class Parameters {

    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Begins with the first parameter again, for the next row of a batch. */
    void addToBatch() throws SQLException {
        statement.addBatch();
        index = 0;
    }

    Parameters text(String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    Parameters text(Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            return text(value.get());
        }
        statement.setNull(++index, Types.VARCHAR);
        return this;
    }

    Parameters name(Enum<?> value) throws SQLException {
        return text(value.name());
    }

    Parameters name(Optional<? extends Enum<?>> value) throws SQLException {
        return text(value.map(Enum::name));
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Parameters number(Optional<Long> value) throws SQLException {
        if (value.isPresent()) {
            return number(value.get());
        }
        statement.setNull(++index, Types.BIGINT);
        return this;
    }

    Parameters count(int value) throws SQLException {
        statement.setInt(++index, value);
        return this;
    }

    Parameters count(Optional<Integer> value) throws SQLException {
        if (value.isPresent()) {
            return count(value.get());
        }
        statement.setNull(++index, Types.INTEGER);
        return this;
    }

    Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    Parameters flag(Optional<Boolean> value) throws SQLException {
        if (value.isPresent()) {
            return flag(value.get());
        }
        statement.setNull(++index, Types.BOOLEAN);
        return this;
    }

    /** To the microsecond, which is what both databases keep. */
    Parameters instant(Instant value) throws SQLException {
        statement.setObject(++index, stored(value).atOffset(ZoneOffset.UTC));
        return this;
    }

    Parameters instant(Optional<Instant> value) throws SQLException {
        if (value.isPresent()) {
            return instant(value.get());
        }
        statement.setNull(++index, Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    Parameters date(Optional<LocalDate> value) throws SQLException {
        if (value.isPresent()) {
            statement.setObject(++index, value.get());
        } else {
            statement.setNull(++index, Types.DATE);
        }
        return this;
    }

    Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    Parameters bytes(Optional<byte[]> value) throws SQLException {
        if (value.isPresent()) {
            return bytes(value.get());
        }
        statement.setNull(++index, Types.VARBINARY);
        return this;
    }

    Parameters texts(Collection<String> values) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf("varchar", values.toArray(new Object[0])));
        return this;
    }

    /** An instant as it comes back from the database. */
    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
