package org.zhengdun.shared.persistence;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** Several reads of one moment: what others commit between them is not seen. */
public final class OneMoment {

    private OneMoment() {}

    /**
     * Reads within one transaction that says itself what it is. Asked of the connection instead, the driver would ask the
     * database for the former isolation, set this one and set the former again: nine round trips around each figure.
     * Rows from workers are priced low, because PostgreSQL expects eighty times too many groups of versions, past and
     * present, and would count the nation of a past moment in one process.
     */
    public static <T> T read(Jdbi jdbi, HandleCallback<T, RuntimeException> reading) {
        return jdbi.inTransaction(handle -> {
            handle.execute("""
                    SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
                    SET LOCAL parallel_tuple_cost = 0.01""");
            return reading.withHandle(handle);
        });
    }
}
