package org.zhengdun.catalogue;

import jakarta.enterprise.context.ApplicationScoped;

/** stub. */
@ApplicationScoped
public class Categories {
    public Category usable(String code, int[] path, String pointer) {
        throw new IllegalStateException(code + pointer + path.length);
    }
}
