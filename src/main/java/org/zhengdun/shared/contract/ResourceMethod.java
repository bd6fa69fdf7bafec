package org.zhengdun.shared.contract;

import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.security.Allowed;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.ChangeControl;
import org.zhengdun.shared.web.CreateControl;

/** What the signature of a resource method says about its operation. */
record ResourceMethod(MethodInfo method) {

    /** All methods with an operation id; two methods with the same id fail the build. */
    static Map<String, ResourceMethod> byOperationId(IndexView index) {
        return index.getAnnotations(Operation.class).stream().filter(
                operation -> operation.target().kind() == AnnotationTarget.Kind.METHOD
                        && operation.value("operationId") != null).collect(
                                Collectors.toMap(operation -> operation.value("operationId").asString(),
                                        operation -> new ResourceMethod(operation.target().asMethod()),
                                        ResourceMethod::refuseSecond));
    }

    Permission permission() {
        AnnotationInstance allowed = method.annotation(Allowed.class);
        if (allowed == null) {
            throw new IllegalStateException(method + " has no @Allowed: nobody may call it");
        }
        return Permission.valueOf(allowed.value().asEnum());
    }

    /** The status of success: what {@code @ResponseStatus} says, else 201 for creations, 204 without body, 200. */
    int status() {
        AnnotationInstance status = method.annotation(ResponseStatus.class);
        AnnotationValue code = status == null ? null : status.value();
        if (code != null) {
            return code.asInt();
        }
        if (method.hasAnnotation(POST.class) && writes() && !changes()) {
            return 201;
        }
        return method.returnType().kind() == Type.Kind.VOID ? 204 : 200;
    }

    /** Whether the operation creates or changes something. */
    boolean writes() {
        return has(CreateControl.class) || changes() || method.annotations(HeaderParam.class).stream().anyMatch(
                header -> header.value().asString().equals("Idempotency-Key"));
    }

    /** Whether the operation changes an existing version. */
    boolean changes() {
        return has(ChangeControl.class);
    }

    /** Whether the answer of a read carries an entity tag; by convention such methods answer a {@code RestResponse}. */
    boolean versionedRead() {
        return method.hasAnnotation(GET.class)
                && method.returnType().name().equals(DotName.createSimple(RestResponse.class));
    }

    private boolean has(Class<?> control) {
        DotName name = DotName.createSimple(control);
        return method.parameterTypes().stream().map(Type::name).anyMatch(name::equals);
    }

    /** The index may know a class twice; two different methods are a mistake. */
    private static ResourceMethod refuseSecond(ResourceMethod first, ResourceMethod second) {
        if (first.place().equals(second.place())) {
            return first;
        }
        throw new IllegalStateException(
                "the same operation id: " + first.place() + " and " + second.place());
    }

    private String place() {
        return method.declaringClass().name() + "#" + method.name();
    }
}
