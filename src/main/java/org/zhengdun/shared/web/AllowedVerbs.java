package org.zhengdun.shared.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Which methods a path knows, for the {@code Allow} of an answer 405. */
@Singleton
class AllowedVerbs {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final Pattern SLASHES = Pattern.compile("/+");

    /** One method of one path. */
    private record Operation(Pattern path, String verb) {}

    private final List<Operation> operations;

    AllowedVerbs(@ConfigProperty(name = "quarkus.rest.path") String root) {
        IndexView index = ResourceIndex.read();
        operations = Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class).flatMap(
                verb -> index.getAnnotations(verb).stream().filter(
                        found -> found.target().kind() == AnnotationTarget.Kind.METHOD).map(
                                found -> new Operation(path(root, found.target().asMethod()),
                                        verb.getSimpleName()))).toList();
    }

    /** The methods in order, or nothing for a path that no operation has. */
    Set<String> of(String path) {
        Set<String> verbs = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation.path().matcher(path).matches()) {
                verbs.add(operation.verb());
            }
        }
        if (verbs.contains("GET")) {
            verbs.add("HEAD");
        }
        if (!verbs.isEmpty()) {
            verbs.add("OPTIONS");
        }
        return verbs;
    }

    private static Pattern path(String root, MethodInfo method) {
        String template = root + "/" + value(method.declaringClass().declaredAnnotation(Path.class)) + "/" + value(
                method.annotation(Path.class));
        String tidy = SLASHES.matcher(template).replaceAll("/").replaceAll("/$", "");
        return Pattern.compile(PARAMETER.matcher(tidy).replaceAll("[^/]+"));
    }

    private static String value(@Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }
}
