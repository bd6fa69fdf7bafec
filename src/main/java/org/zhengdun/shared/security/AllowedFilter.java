package org.zhengdun.shared.security;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

/** Role first: asks for the right of the resource method before anything else is looked at. */
@Singleton
class AllowedFilter {

    private final Caller caller;
    private final Map<Method, Permission> permissions = new ConcurrentHashMap<>();

    AllowedFilter(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ResourceInfo resource) {
        Permission permission = permissions.computeIfAbsent(resource.getResourceMethod(), AllowedFilter::permissionOf);
        switch (permission) {
            case PUBLIC, SELF -> {
            }
            default -> caller.require(permission);
        }
    }

    private static Permission permissionOf(Method method) {
        @Nullable
        Allowed allowed = method.getAnnotation(Allowed.class);
        if (allowed == null) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        return allowed.value();
    }
}
