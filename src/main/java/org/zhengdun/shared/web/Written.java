package org.zhengdun.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * What a write answers.
 *
 * @param version  version of the aggregate root after the write; null for objects without one
 * @param location path of a created object
 */
public record Written(int status, Object body, @Nullable Long version, @Nullable String location) {

    public static Written created(Object body, @Nullable Long version, String location) {
        return new Written(201, body, version, location);
    }

    public static Written changed(Object body, long version) {
        return new Written(200, body, version, null);
    }

    public static Written accepted(Object body, String location) {
        return new Written(202, body, null, location);
    }
}
