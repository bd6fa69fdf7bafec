package org.zhengdun.catalogue;

import org.jspecify.annotations.Nullable;

/** stub. */
public record Category(String code, int version, @Nullable Integer formColumn, boolean restricted, String nameZh,
        String nameEn) {}
