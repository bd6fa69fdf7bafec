package org.zhengdun.shared.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Refuses query parameters that the resource method does not declare, repeated ones, and texts no field accepts. */
@Singleton
class QueryParameters {

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 100)
    void check(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> known = declared.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declaredBy);
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        List<Invalid> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(Invalid.of("?" + name, "query.unknown"));
            } else if (values.size() > 1) {
                errors.add(Invalid.of("?" + name, "query.repeated"));
            } else if (PlainText.firstRefused(values.getFirst()) >= 0) {
                errors.add(Invalid.of("?" + name, "query.refused-text"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.at(ProblemType.UNKNOWN_PARAMETER, errors);
        }
    }

    private static Set<String> declaredBy(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, names);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), names);
            }
        }
        return Set.copyOf(names);
    }

    private static void addFields(@Nullable Class<?> type, Set<String> names) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                add(field, names);
            }
        }
    }

    private static void add(AnnotatedElement element, Set<String> names) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            names.add(query.value());
        }
    }
}
