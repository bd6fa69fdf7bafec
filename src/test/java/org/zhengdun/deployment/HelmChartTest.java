package org.zhengdun.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.deployment.HelmChart.Manifests;

/** The chart lints, renders what the service needs to run safely, and refuses values that would not. */
final class HelmChartTest {

    private static final Pattern CREDENTIAL = Pattern.compile("USERNAME|PASSWORD|SECRET");

    static List<Path> valuesFiles() throws IOException {
        return HelmChart.valuesFiles();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void lintsStrictly(Path values, @TempDir Path workspace) throws IOException {
        var result = HelmChart.lint(values, workspace);

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void everyManifestIsNamedLabelledAndPlaced(Path values) throws IOException {
        assertThat(HelmChart.render(values).all()).isNotEmpty().allSatisfy(manifest -> {
            assertThat(manifest.path("apiVersion").asText()).isNotBlank();
            assertThat(manifest.at("/metadata/name").asText()).contains("zhengdun");
            assertThat(manifest.at("/metadata/namespace").asText()).isEqualTo("party");
            assertThat(label(manifest.path("metadata"), "app.kubernetes.io/instance")).isEqualTo("demo");
        });
    }

    @Test
    void minimalValuesRenderTheCore() throws IOException {
        assertThat(minimal().kinds()).containsExactlyInAnyOrder("Deployment", "Service", "ServiceAccount",
                "PodDisruptionBudget", "Job");
    }

    @Test
    void fullValuesRenderEveryPart() throws IOException {
        assertThat(full().kinds()).containsExactlyInAnyOrder("Deployment", "Service", "ServiceAccount",
                "PodDisruptionBudget", "Job", "Ingress", "HorizontalPodAutoscaler", "NetworkPolicy", "ServiceMonitor",
                "ConfigMap");
    }

    @Test
    void probesAskTheManagementPort() throws IOException {
        JsonNode container = container(minimal().only("Deployment"));

        Map.of("startupProbe", "/q/health/started", "livenessProbe", "/q/health/live", "readinessProbe",
                "/q/health/ready").forEach((probe, path) -> {
                    assertThat(container.path(probe).at("/httpGet/path").asText()).isEqualTo(path);
                    assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("management");
                });
        assertThat(port(container, "management")).isEqualTo(9000);
        assertThat(port(container, "http")).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deployment", "Job"})
    void containersAreConfined(String kind) throws IOException {
        JsonNode workload = minimal().only(kind);
        JsonNode pod = workload.at("/spec/template/spec");
        JsonNode context = container(workload).path("securityContext");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(container(workload).at("/volumeMounts/0/mountPath").asText()).isEqualTo("/tmp");
        assertThat(pod.at("/volumes/0").has("emptyDir")).isTrue();
        assertThat(container(workload).at("/resources/limits").has("memory")).isTrue();
    }

    @Test
    void podsDrainBeforeTheyStopAndAreReplacedWithoutAGap() throws IOException {
        JsonNode deployment = minimal().only("Deployment");

        assertThat(deployment.at("/spec/template/spec/terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(
                30);
        assertThat(container(deployment).at("/lifecycle/preStop/sleep/seconds").asInt()).isPositive();
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void credentialsComeFromSecretsOnly(Path values) throws IOException {
        Manifests manifests = HelmChart.render(values);

        assertThat(manifests.kinds()).doesNotContain("Secret");
        assertThat(manifests.environment().filter(
                variable -> CREDENTIAL.matcher(variable.path("name").asText()).find())).hasSizeGreaterThanOrEqualTo(
                        4).allSatisfy(variable -> {
                            assertThat(variable.has("value")).isFalse();
                            assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).isNotBlank();
                            assertThat(variable.at("/valueFrom/secretKeyRef/key").asText()).isNotBlank();
                        });
    }

    @Test
    void serviceReadsItsAccountAndNeverMigrates() throws IOException {
        JsonNode deployment = full().only("Deployment");

        assertThat(
                variable(deployment, "QUARKUS_DATASOURCE_PASSWORD").at("/valueFrom/secretKeyRef").toString()).isEqualTo(
                        "{\"name\":\"app-account\",\"key\":\"pass\"}");
        assertThat(value(deployment, "QUARKUS_DATASOURCE_JDBC_URL")).startsWith("jdbc:postgresql://db.example.org");
        assertThat(value(deployment, "QUARKUS_FLYWAY_MIGRATE_AT_START")).isEqualTo("false");
        assertThat(value(deployment, "QUARKUS_OIDC_AUTH_SERVER_URL")).endsWith("/realms/zhengdun");
        assertThat(value(deployment, "QUARKUS_OIDC_TOKEN_AUDIENCE")).isEqualTo("zhengdun-api");
        assertThat(value(deployment, "ZHENGDUN_BOOTSTRAP_SUBJECT")).startsWith("7e5c3c9c");
        assertThat(value(deployment, "QUARKUS_HTTP_CORS_ORIGINS")).isEqualTo(
                "https://zhengdun.example.org,https://admin.example.org");
    }

    @Test
    void optionalVariablesAreAbsentByDefault() throws IOException {
        assertThat(minimal().environment().map(variable -> variable.path("name").asText())).doesNotContain(
                "ZHENGDUN_BOOTSTRAP_SUBJECT", "QUARKUS_HTTP_CORS_ORIGINS", "QUARKUS_HTTP_CORS_ENABLED");
    }

    @Test
    void evidenceIsStoredOnASharedVolumeOrInABucket(@TempDir Path workspace) throws IOException {
        JsonNode onVolume = minimal().only("Deployment");
        assertThat(value(onVolume, "ZHENGDUN_EVIDENCE_DIRECTORY")).isEqualTo("/evidence");
        assertThat(onVolume.at("/spec/template/spec/volumes/1/persistentVolumeClaim/claimName").asText()).isEqualTo(
                "zhengdun-evidence");
        JsonNode inBucket = full().only("Deployment");
        assertThat(value(inBucket, "ZHENGDUN_EVIDENCE_STORE")).isEqualTo("s3");
        assertThat(value(inBucket, "ZHENGDUN_EVIDENCE_S3_BUCKET")).isEqualTo("evidence");
        assertThat(variable(inBucket, "ZHENGDUN_EVIDENCE_S3_SECRET_KEY").at(
                "/valueFrom/secretKeyRef/name").asText()).isEqualTo("evidence-store");
        assertThat(inBucket.at("/spec/template/spec/volumes").size()).isEqualTo(1);
        assertRefused(HelmChart.minimalWith("evidence.existingClaim", ""), workspace, "existingClaim");
        assertRefused(HelmChart.minimalWith("evidence.store", "s3"), workspace, "bucket");
    }

    @Test
    void migrationRunsAsOwnerBeforeInstallAndUpgrade() throws IOException {
        JsonNode job = full().only("Job");
        JsonNode annotations = job.at("/metadata/annotations");

        assertThat(annotations.path("helm.sh/hook").asText()).isEqualTo("pre-install,pre-upgrade");
        assertThat(annotations.path("helm.sh/hook-delete-policy").asText()).contains("before-hook-creation");
        assertThat(value(job, "ZHENGDUN_MODE")).isEqualTo("migrate");
        assertThat(variable(job, "QUARKUS_DATASOURCE_PASSWORD").at("/valueFrom/secretKeyRef/name").asText()).isEqualTo(
                "owner-account");
        assertThat(variable(job, "ZHENGDUN_DB_SERVICE_ROLE").at("/valueFrom/secretKeyRef")).isEqualTo(
                variable(full().only("Deployment"), "QUARKUS_DATASOURCE_USERNAME").at("/valueFrom/secretKeyRef"));
        assertThat(container(job).path("image")).isEqualTo(container(full().only("Deployment")).path("image"));
        assertThat(job.at("/spec/template/spec/serviceAccountName").asText()).isEqualTo("default");
    }

    @Test
    void selectorsFindTheServicePodsAndNotTheMigration() throws IOException {
        Manifests manifests = full();
        JsonNode pods = manifests.only("Deployment").at("/spec/template/metadata/labels");
        JsonNode migration = manifests.only("Job").at("/spec/template/metadata/labels");

        for (JsonNode selector : List.of(manifests.only("Deployment").at("/spec/selector/matchLabels"),
                manifests.only("Service").at("/spec/selector"),
                manifests.only("PodDisruptionBudget").at("/spec/selector/matchLabels"),
                manifests.only("NetworkPolicy").at("/spec/podSelector/matchLabels"))) {
            assertThat(selector.properties()).isNotEmpty().isSubsetOf(pods.properties());
            assertThat(migration.properties().containsAll(selector.properties())).isFalse();
        }
    }

    @Test
    void autoscalerOwnsTheNumberOfReplicas() throws IOException {
        JsonNode scaler = full().only("HorizontalPodAutoscaler");

        assertThat(full().only("Deployment").path("spec").has("replicas")).isFalse();
        assertThat(minimal().only("Deployment").at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(scaler.at("/spec/scaleTargetRef/name")).isEqualTo(full().only("Deployment").at("/metadata/name"));
        assertThat(scaler.at("/spec/maxReplicas").asInt()).isEqualTo(9);
    }

    @Test
    void networkPolicyOpensOnlyWhatTheServiceUses() throws IOException {
        JsonNode policy = full().only("NetworkPolicy").path("spec");

        assertThat(policy.path("policyTypes").valueStream().map(JsonNode::asText)).containsExactly("Ingress", "Egress");
        assertThat(policy.at("/ingress/0/ports/0/port").asText()).isEqualTo("http");
        assertThat(policy.at("/ingress/1/from").size()).isEqualTo(1);
        assertThat(policy.at("/egress").findValues("port").stream().map(JsonNode::asInt)).containsExactly(53, 53, 5432,
                8443, 9000);
    }

    @Test
    void managementPortIsNotPublishedOutsideTheCluster(@TempDir Path workspace) throws IOException {
        assertThat(minimal().only("Service").at("/spec/ports").findValuesAsText("name")).containsExactly("http",
                "management");
        assertThat(
                HelmChart.render(HelmChart.minimalWith("service.type", "LoadBalancer"), workspace).only("Service").at(
                        "/spec/ports").findValuesAsText("name")).containsExactly("http");
    }

    @Test
    void realmIsShippedForTheGivenOrigin() throws IOException {
        String text = full().only("ConfigMap").at("/data/zhengdun-realm.json").asText();
        JsonNode realm = new ObjectMapper().readTree(text);

        assertThat(realm.path("realm").asText()).isEqualTo("zhengdun");
        assertThat(realm.findValues("webOrigins").toString()).contains("https://zhengdun.example.org");
        assertThat(text).doesNotContain("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"database.url", "oidc.authServerUrl", "oidc.audience", "database.existingSecret"})
    void refusesAMissingValue(String value, @TempDir Path workspace) throws IOException {
        assertRefused(HelmChart.minimalWith(value, ""), workspace, value.substring(value.indexOf('.') + 1));
    }

    @ParameterizedTest
    @CsvSource({"database.password,geheim", "replicas,3", "oidc.issuer,https://id.example.org",
            "image.version,1.0.0"})
    void schemaRefusesAnUnknownKey(String key, String value, @TempDir Path workspace) throws IOException {
        assertRefused(HelmChart.minimalWith(key, value), workspace, key.substring(key.indexOf('.') + 1));
    }

    @Test
    void schemaRefusesPasswordsInPlainText(@TempDir Path workspace) throws IOException {
        assertRefused(HelmChart.minimalWith("database.url", "jdbc:postgresql://db/zhengdun?password=geheim"), workspace,
                "url");
        assertRefused(HelmChart.minimalWith("extraEnv", List.of(Map.of("name", "SMTP_PASSWORD", "value", "geheim"))),
                workspace, "extraEnv");
    }

    @Test
    void refusesTheOwnerAccountForTheService(@TempDir Path workspace) throws IOException {
        assertRefused(HelmChart.minimalWith("migration.existingSecret", "zhengdun-database"), workspace,
                "must not run as the owner");
    }

    @ParameterizedTest
    @CsvSource({"terminationGracePeriodSeconds,29", "podDisruptionBudget.maxUnavailable,0", "service.port,70000"})
    void schemaRefusesUnsafeNumbers(String key, int value, @TempDir Path workspace) throws IOException {
        assertRefused(HelmChart.minimalWith(key, value), workspace, key.substring(key.indexOf('.') + 1));
    }

    @Test
    void refusesARealmWithoutOriginAndOpenCors(@TempDir Path workspace) throws IOException {
        assertRefused(HelmChart.minimalWith("realm.enabled", true), workspace, "realm");
        assertRefused(HelmChart.minimalWith("cors.origins", List.of("*")), workspace, "cors");
        assertRefused(HelmChart.minimalWith("ingress.enabled", true), workspace, "ingress");
    }

    private static void assertRefused(String values, Path workspace, String reason) {
        assertThatIllegalStateException().isThrownBy(() -> HelmChart.render(values, workspace)).withMessageContaining(
                reason);
    }

    private static Manifests minimal() throws IOException {
        return HelmChart.render(HelmChart.valuesFile("minimal"));
    }

    private static Manifests full() throws IOException {
        return HelmChart.render(HelmChart.valuesFile("full"));
    }

    private static JsonNode container(JsonNode workload) {
        return workload.at("/spec/template/spec/containers/0");
    }

    private static JsonNode variable(JsonNode workload, String name) {
        return container(workload).path("env").valueStream().filter(
                variable -> name.equals(variable.path("name").asText())).findFirst().orElseThrow(
                        () -> new AssertionError("No variable " + name));
    }

    private static String value(JsonNode workload, String name) {
        return variable(workload, name).path("value").asText();
    }

    private static int port(JsonNode container, String name) {
        return container.path("ports").valueStream().filter(port -> name.equals(port.path("name").asText())).mapToInt(
                port -> port.path("containerPort").asInt()).sum();
    }

    private static String label(JsonNode metadata, String name) {
        return metadata.path("labels").path(name).asText();
    }
}
