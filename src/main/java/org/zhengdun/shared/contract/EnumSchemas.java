package org.zhengdun.shared.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.web.JsonNamed;

/** Schemas of enums whose constants have other names in JSON. */
final class EnumSchemas {

    private final Map<String, List<Object>> names = new HashMap<>();

    EnumSchemas(IndexView index) {
        index.getAllKnownImplementations(DotName.createSimple(JsonNamed.class)).forEach(
                type -> names.put(type.simpleName(), namesOf(type)));
    }

    void complete(@Nullable Map<String, Schema> schemas) {
        if (schemas != null) {
            schemas.forEach((name, schema) -> {
                if (names.containsKey(name)) {
                    schema.setEnumeration(names.get(name));
                }
            });
        }
    }

    private static List<Object> namesOf(ClassInfo type) {
        try {
            Class<?> found = Class.forName(type.name().toString(), true,
                    Thread.currentThread().getContextClassLoader());
            return Stream.of(found.getEnumConstants()).map(
                    constant -> (Object) ((JsonNamed) constant).jsonName()).toList();
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
