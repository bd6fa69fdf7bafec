package org.zhengdun.shared.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/**
 * Refuses query parameters that the resource method does not declare, repeated ones, texts no field accepts, and values
 * that are none of the declared type: the framework would answer the last with 404.
 */
@Singleton
class QueryParameters {

    private final Map<Method, Map<String, Class<?>>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 100)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, Class<?>> known = declared.computeIfAbsent(resource.getResourceMethod(),
                QueryParameters::declaredBy);
        requirePlainPath(request);
        List<Invalid> unknown = new ArrayList<>();
        List<Invalid> unreadable = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            @Nullable
            Class<?> type = known.get(name);
            if (type == null) {
                unknown.add(Invalid.of("?" + name, "query.unknown"));
            } else if (values.size() > 1) {
                unknown.add(Invalid.of("?" + name, "query.repeated"));
            } else if (PlainText.firstRefused(values.getFirst()) >= 0) {
                unknown.add(Invalid.of("?" + name, "query.refused-text"));
            } else if (values.getFirst().isEmpty() || PlainText.isInvisible(values.getFirst())) {
                unreadable.add(Invalid.of("?" + name, "query.empty"));
            } else if (!QueryValues.isReadable(type, values.getFirst())) {
                unreadable.add(Invalid.of("?" + name, "query.unreadable", QueryValues.expected(type)));
            }
        });
        refuse(ProblemType.UNKNOWN_PARAMETER, unknown);
        refuse(ProblemType.INVALID_PARAMETER, unreadable);
    }

    /** No object has a name with characters that no field accepts. */
    private static void requirePlainPath(ContainerRequestContext request) {
        if (request.getUriInfo().getPathParameters().values().stream().flatMap(List::stream).anyMatch(
                value -> PlainText.firstRefused(value) >= 0)) {
            throw ProblemException.notFound();
        }
    }

    private static void refuse(ProblemType type, List<Invalid> errors) {
        if (!errors.isEmpty()) {
            throw ProblemException.at(type, errors);
        }
    }

    private static Map<String, Class<?>> declaredBy(Method method) {
        Map<String, Class<?>> types = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getType(), types);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), types);
            }
        }
        return Map.copyOf(types);
    }

    private static void addFields(@Nullable Class<?> type, Map<String, Class<?>> types) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                add(field, field.getType(), types);
            }
        }
    }

    private static void add(AnnotatedElement element, Class<?> type, Map<String, Class<?>> types) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            types.put(query.value(), type);
        }
    }
}
