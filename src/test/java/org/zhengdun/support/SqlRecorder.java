package org.zhengdun.support;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Writes down the SQL statements that the service sends while a test listens. */
@Singleton
public class SqlRecorder implements SqlLogger {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    /** The statements that are sent while this runs. */
    public synchronized List<String> during(Runnable requests) {
        statements.clear();
        listening = true;
        try {
            requests.run();
        } finally {
            listening = false;
        }
        return List.copyOf(statements);
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        heard(context.getRawSql());
    }

    @Override
    public void logException(StatementContext context, SQLException failure) {
        heard(context.getRawSql());
    }

    void heard(String sql) {
        if (listening) {
            statements.add(sql);
        }
    }
}
