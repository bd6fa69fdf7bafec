package org.zhengdun.shared.change;

import org.zhengdun.shared.security.Acting;

/** Where each write leaves its change, in the transaction of the write. */
public interface ChangeLog {

    void record(Acting acting, Change change);
}
