package org.zhengdun.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lifts the limits of short requests from the connection of the running transaction, for work that takes a minute. */
public final class LongStatements {

    private static final int ANSWER_LIMIT = (int) Duration.ofMinutes(10).toMillis();

    private LongStatements() {}

    public static <T> T with(Jdbi jdbi, Function<Handle, T> work) {
        return jdbi.withHandle(handle -> {
            int usual = waitingFor(handle.getConnection(), ANSWER_LIMIT);
            try {
                handle.execute("""
                        SET LOCAL statement_timeout = 0;
                        SET LOCAL lock_timeout = '60s';
                        SET LOCAL idle_in_transaction_session_timeout = 0;
                        SET LOCAL work_mem = '128MB'""");
                return work.apply(handle);
            } finally {
                waitingFor(handle.getConnection(), usual);
            }
        });
    }

    /** Sets how long the driver waits for an answer, and returns how long it did before. */
    private static int waitingFor(Connection connection, int milliseconds) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, milliseconds);
            return before;
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }
}
