package org.zhengdun.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The shipped chart, linted and rendered by the real Helm engine. */
final class HelmChart {

    private static final Path DIRECTORY = Path.of("helm/zhengdun");
    private static final String OLDEST_KUBERNETES = "1.30.0";
    private static final String HOOK = "helm.sh/hook";
    private static final String MASKED_HOOK = "masked." + HOOK;
    private static final ObjectMapper YAML = new YAMLMapper();

    private HelmChart() {}

    /** The manifests that a set of values renders to. */
    record Manifests(List<JsonNode> all) {

        JsonNode only(String kind) {
            List<JsonNode> found = all.stream().filter(manifest -> kind.equals(kind(manifest))).toList();
            if (found.size() != 1) {
                throw new IllegalStateException(found.size() + " manifests of kind " + kind + " in " + kinds());
            }
            return found.getFirst();
        }

        List<String> kinds() {
            return all.stream().map(Manifests::kind).toList();
        }

        Stream<JsonNode> environment() {
            return all.stream().flatMap(
                    manifest -> manifest.at("/spec/template/spec/containers").valueStream()).flatMap(
                            container -> container.path("env").valueStream());
        }

        private static String kind(JsonNode manifest) {
            return manifest.path("kind").asText();
        }
    }

    static List<Path> valuesFiles() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("ci"))) {
            return files.sorted().toList();
        }
    }

    static Path valuesFile(String name) {
        return DIRECTORY.resolve("ci").resolve(name + "-values.yaml");
    }

    /** Lints a copy of the chart whose defaults are overlaid with the given values, as lint takes no values file. */
    static LintResult lint(Path values, Path workspace) throws IOException {
        Path copy = workspace.resolve("zhengdun");
        copyChart(copy);
        JsonNode defaults = YAML.readTree(DIRECTORY.resolve("values.yaml").toFile());
        JsonNode merged = YAML.readerForUpdating(defaults).readValue(values.toFile());
        YAML.writeValue(copy.resolve("values.yaml").toFile(), merged);
        return new Helm(copy).lint().strict().call();
    }

    static Manifests render(Path values) throws IOException {
        String rendered = new Helm(chartWithMaskedHooks()).template().withName("demo").withNamespace(
                "party").withKubeVersion(OLDEST_KUBERNETES).withValuesFile(values.toAbsolutePath()).call();
        List<JsonNode> manifests = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered.replace(MASKED_HOOK, HOOK))) {
            documents.forEachRemaining(manifests::add);
        }
        manifests.removeIf(manifest -> !manifest.isObject());
        return new Manifests(List.copyOf(manifests));
    }

    /** Renders values given as YAML text; a refusal of the chart comes as an exception of the engine. */
    static Manifests render(String values, Path workspace) throws IOException {
        return render(Files.writeString(workspace.resolve("values.yaml"), values));
    }

    /** The minimal values with one value set or replaced, as YAML text. */
    static String minimalWith(String pointer, Object value) throws IOException {
        ObjectNode values = (ObjectNode) YAML.readTree(valuesFile("minimal").toFile());
        String[] path = pointer.split("\\.", -1);
        ObjectNode parent = values;
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent.withObjectProperty(path[i]);
        }
        parent.set(path[path.length - 1], YAML.valueToTree(value));
        return YAML.writeValueAsString(values);
    }

    /** The library leaves hooks out of what it renders, so the annotation that makes one is masked meanwhile. */
    private static Path chartWithMaskedHooks() throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target"), "chart").resolve("zhengdun");
        copyChart(copy);
        try (Stream<Path> templates = Files.list(copy.resolve("templates"))) {
            for (Path template : templates.toList()) {
                Files.writeString(template, Files.readString(template).replace(HOOK, MASKED_HOOK));
            }
        }
        return copy;
    }

    private static void copyChart(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(DIRECTORY.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
