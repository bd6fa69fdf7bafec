package org.zhengdun.support;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Tells {@link SqlRecorder} what Hibernate sends. */
@Singleton
@PersistenceUnitExtension
class HibernateListener implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private final transient SqlRecorder recorder;

    HibernateListener(SqlRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String inspect(String sql) {
        recorder.heard(sql);
        return sql;
    }
}
