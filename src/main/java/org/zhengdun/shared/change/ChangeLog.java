package org.zhengdun.shared.change;

import org.zhengdun.shared.security.Acting;

/** Where each write leaves its change, in the transaction of the write. */
public interface ChangeLog {

    /** A change made by the running request. */
    void record(Acting acting, Change change);

    /** A change made by work that outlived its request. */
    void record(Acting acting, Change change, Origin origin);

    /** Many changes made by work that outlived its request, in one statement. */
    void record(Acting acting, ManyChanges changes, Origin origin);
}
