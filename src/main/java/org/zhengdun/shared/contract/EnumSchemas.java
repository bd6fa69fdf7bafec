package org.zhengdun.shared.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Schemas of enums whose constants have other names in JSON. */
final class EnumSchemas {

    private final Map<String, List<Object>> names = new HashMap<>();

    EnumSchemas(IndexView index) {
        ObjectMapper json = new ObjectMapper();
        for (AnnotationInstance renamed : index.getAnnotations(JsonValue.class)) {
            ClassInfo type = renamed.target().kind() == AnnotationTarget.Kind.METHOD
                    ? renamed.target().asMethod().declaringClass()
                    : renamed.target().asField().declaringClass();
            if (type.isEnum()) {
                names.put(type.simpleName(), namesOf(type, json));
            }
        }
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

    private static List<Object> namesOf(ClassInfo type, ObjectMapper json) {
        try {
            Class<?> found = Class.forName(type.name().toString(), true,
                    Thread.currentThread().getContextClassLoader());
            return Stream.of(found.getEnumConstants()).map(
                    constant -> json.convertValue(constant, Object.class)).toList();
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
