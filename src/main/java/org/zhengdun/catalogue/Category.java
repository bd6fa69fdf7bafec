package org.zhengdun.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One version of a problem category as the other features need it.
 *
 * @param formColumn column of the annual form; null when the form has none
 * @param restricted whether only superiors may see details and close its problems
 */
public record Category(String code, int version, @Nullable Integer formColumn, boolean restricted, String nameZh,
        String nameEn, CategoryGroup group, List<Department> leads, List<Department> supports) {}
