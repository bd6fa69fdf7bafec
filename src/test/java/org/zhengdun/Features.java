package org.zhengdun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The features and the features they may use, as the package-info files say. */
record Features(Map<String, Set<String>> uses) {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String BASE = "org.zhengdun.";
    private static final Pattern USES = Pattern.compile("<p>Uses ([^.]+)\\.");

    static Features read() {
        Map<String, Set<String>> uses = new TreeMap<>();
        packageInfos().forEach((name, text) -> {
            String feature = name.startsWith(BASE) ? name.substring(BASE.length()) : "";
            if (!feature.isEmpty() && !feature.contains(".")) {
                uses.put(feature, usedBy(feature, text));
            }
        });
        return new Features(uses);
    }

    static Set<String> nullMarkedPackages() {
        return packageInfos().entrySet().stream().filter(entry -> entry.getValue().contains("@NullMarked")).map(
                Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The feature a package belongs to; empty outside the service and for its base package. */
    String of(String packageName) {
        return packageName.startsWith(BASE) ? packageName.substring(BASE.length()).split("\\.", 2)[0] : "";
    }

    boolean mayUse(String feature, String other) {
        return feature.equals(other) || other.equals("shared") || uses.getOrDefault(feature, Set.of()).contains(other);
    }

    private static Set<String> usedBy(String feature, String text) {
        Matcher line = USES.matcher(text.replaceAll("\\s*\\n \\*\\s*", " "));
        if (!line.find()) {
            throw new AssertionError(feature + "/package-info.java lacks its line <p>Uses a, b.");
        }
        return line.group(1).equals("no feature")
                ? Set.of()
                : Set.copyOf(List.of(line.group(1).split(",\\s*| and ", -1)));
    }

    private static Map<String, String> packageInfos() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("package-info.java")).collect(
                    Collectors.toMap(Features::packageName, Features::text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String packageName(Path packageInfo) {
        return SOURCES.relativize(packageInfo.resolveSibling("")).toString().replace('/', '.');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
