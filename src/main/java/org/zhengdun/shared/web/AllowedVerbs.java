package org.zhengdun.shared.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private record Operation(String template, Pattern path, String verb) {

        /** Of two templates that match one path the framework takes that with more characters of its own. */
        int literals() {
            return PARAMETER.matcher(template).replaceAll("").length();
        }
    }

    private final Map<Long, List<Operation>> operations;

    AllowedVerbs(@ConfigProperty(name = "quarkus.rest.path") String root) {
        IndexView index = ResourceIndex.read();
        operations = Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class).flatMap(
                verb -> index.getAnnotations(verb).stream().filter(
                        found -> found.target().kind() == AnnotationTarget.Kind.METHOD).map(
                                found -> operation(template(root, found.target().asMethod()),
                                        verb.getSimpleName()))).sorted(
                                                Comparator.comparing(Operation::literals).reversed()).collect(
                                                        Collectors.groupingBy(
                                                                operation -> depth(operation.template())));
    }

    /** The methods in order, or nothing for a path that no operation has. */
    Set<String> of(String path) {
        List<Operation> matching = operations.getOrDefault(depth(path), List.of()).stream().filter(
                operation -> operation.path().matcher(path).matches()).toList();
        Set<String> verbs = matching.stream().filter(
                operation -> operation.template().equals(matching.getFirst().template())).map(
                        Operation::verb).collect(Collectors.toCollection(TreeSet::new));
        if (verbs.contains("GET")) {
            verbs.add("HEAD");
        }
        if (!verbs.isEmpty()) {
            verbs.add("OPTIONS");
        }
        return verbs;
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    private static Operation operation(String template, String verb) {
        return new Operation(template, Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+")), verb);
    }

    /** The path with nameless parameters, so that two methods of one path have the same. */
    private static String template(String root, MethodInfo method) {
        String template = root + "/" + value(method.declaringClass().declaredAnnotation(Path.class)) + "/" + value(
                method.annotation(Path.class));
        return PARAMETER.matcher(SLASHES.matcher(template).replaceAll("/").replaceAll("/$", "")).replaceAll("{}");
    }

    private static String value(@Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }
}
