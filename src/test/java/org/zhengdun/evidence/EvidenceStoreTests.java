package org.zhengdun.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.World;

/** What evidence files promise, whatever they are stored in. */
@SuppressWarnings("NullAway.Init")
abstract class EvidenceStoreTests {

    @Inject
    Jdbi jdbi;
    @Inject
    Staging staging;
    @Inject
    Spool spool;
    @Inject
    FileStore store;
    private World world;
    private SampleCase subject;
    private EvidenceApi api;
    private String township;

    /** Ids of everything in the store. */
    abstract Stream<String> objects() throws IOException;

    @BeforeEach
    void openCase() {
        world = World.create(jdbi);
        World.Person proposer = world.person(Role.TOWNSHIP, world.township());
        subject = SampleCase.create(jdbi, world, world.branch(1), proposer, "RECTIFYING");
        api = new EvidenceApi(subject);
        township = proposer.token();
    }

    @Test
    void givesAFileBackByteForByte() throws IOException {
        byte[] bytes = Samples.jpeg(300_000);
        long id = api.photo(township).header("Content-Digest", Samples.digest(bytes)).body(bytes).post(
                api.path()).then().statusCode(201).header("Location", startsWith(api.path() + "/")).body("current.size",
                        is(300_000)).body("current.version", is(1)).body("current.sha256",
                                equalTo(Samples.hex(bytes))).extract().jsonPath().getLong("id");
        byte[] back = api.as(township).get(api.path(id, "/content")).then().statusCode(200).contentType(
                "image/jpeg").header("ETag", "\"" + Samples.hex(bytes) + "\"").header("Accept-Ranges", "bytes").header(
                        "X-Content-Type-Options", "nosniff").header("Content-Length", "300000").header(
                                "Content-Disposition",
                                containsString(
                                        "filename*=UTF-8''%E5%85%AC%E5%BC%80%E6%A0%8F.jpg")).extract().asByteArray();
        assertThat(back).isEqualTo(bytes);
        api.as(township).get(api.path()).then().statusCode(200).body("items.id", contains((int) id));
        api.as(township).header("If-None-Match", "\"" + Samples.hex(bytes) + "\"").get(
                api.path(id, "/content")).then().statusCode(304);
    }

    @Test
    void leavesItsTraceInTimelineAndAudit() throws IOException {
        long id = api.uploaded(township, Samples.jpeg(1000));
        String etag = api.as(township).get(api.path(id, "/content")).then().statusCode(200).extract().header("ETag");
        api.as(township).header("If-None-Match", etag).get(api.path(id, "/content")).then().statusCode(304);
        api.as(township).get(subject.path("timeline")).then().body("items.kind", hasItem("evidence.added"));
        api.as(world.user(Role.AUDITOR, world.county())).get(
                "/api/v1/audit?entity=evidence&entityId=" + id).then().body(
                        "items.action", contains("evidence.download", "evidence.download", "evidence.add"));
    }

    @Test
    void servesOneRange() throws IOException {
        byte[] bytes = Samples.jpeg(5000);
        long id = api.uploaded(township, bytes);
        String content = api.path(id, "/content");
        byte[] middle = api.as(township).header("Range", "bytes=1000-1099").get(content).then().statusCode(206).header(
                "Content-Range", "bytes 1000-1099/5000").extract().asByteArray();
        assertThat(middle).isEqualTo(Arrays.copyOfRange(bytes, 1000, 1100));
        byte[] end = api.as(township).header("Range", "bytes=-7").header("If-Range",
                "\"" + Samples.hex(bytes) + "\"").get(content).then().statusCode(206).extract().asByteArray();
        assertThat(end).isEqualTo(Arrays.copyOfRange(bytes, 4993, 5000));
        api.as(township).header("Range", "bytes=0-99999999999999999999").get(content).then().statusCode(206).header(
                "Content-Range", "bytes 0-4999/5000");
        api.as(township).header("Range", "bytes=5000-").get(content).then().statusCode(416).header("Content-Range",
                "bytes */5000").body("type", is("urn:zhengdun:problem:range-not-satisfiable"));
        api.as(township).header("Range", "bytes=0-9").header("If-Range", "\"other\"").get(content).then().statusCode(
                200);
        api.as(township).header("Range", "bytes=0-9,20-29").get(content).then().statusCode(200);
        api.as(township).head(content).then().statusCode(200).header("Content-Length", "5000");
    }

    @Test
    void neverOverwritesAVersion() throws IOException {
        byte[] first = Samples.jpeg(1000);
        byte[] second = Samples.jpeg(2000);
        long id = api.uploaded(township, first);
        api.photo(township).body(second).post(api.path(id, "/versions")).then().statusCode(201).body("current.version",
                is(2));
        assertThat(api.as(township).get(api.path(id, "/content")).asByteArray()).isEqualTo(second);
        assertThat(api.as(township).get(api.path(id, "/content?version=1")).asByteArray()).isEqualTo(first);
        api.as(township).get(api.path(id, "")).then().body("versions.version", contains(2, 1));
        api.as(township).get(api.path(id, "/content?version=3")).then().statusCode(404);
    }

    @Test
    void repeatsAnUploadByItsKey() throws IOException {
        long before = objects().count();
        RequestSpecification upload = api.photo(township).header("Idempotency-Key", world.newCode()).body(
                Samples.jpeg(500));
        int first = upload.post(api.path()).then().statusCode(201).extract().path("id");
        upload.post(api.path()).then().statusCode(201).header("Idempotency-Replayed", "true").body("id", is(first));
        assertThat(objects().count()).isEqualTo(before + 1);
    }

    @Test
    void refusesWhatIsNotWhatItClaimsAndKeepsNothing() throws IOException {
        long before = objects().count();
        api.upload(township, Samples.file(MediaKind.PNG, 500)).statusCode(415).body("errors[0].pointer", is("")).body(
                "errors[0].code", is("evidence.not-of-type"));
        api.upload(township, new byte[0]).statusCode(415);
        api.as(township).contentType("text/html").queryParam("name", "a.jpg").body(new byte[]{1}).post(
                api.path()).then().statusCode(415);
        api.photo(township).header("Content-Digest", Samples.digest(Samples.jpeg(501))).body(Samples.jpeg(500)).post(
                api.path()).then().statusCode(400).body("errors[0].code", is("evidence.digest-differs"));
        api.upload(township, Samples.jpeg(2_500_000)).statusCode(413).body("errors[0].code",
                is("evidence.too-large"));
        api.photo(township).queryParam("dryRun", true).body(Samples.jpeg(500)).post(api.path()).then().statusCode(201);
        assertNothingKept(before);
    }

    @Test
    void keepsNothingOfAnUploadThatIsCutInTheMiddle() throws IOException {
        long before = objects().count();
        InputStream cut = new InputStream() {
            private int left = 1000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return left >= 997 ? new int[]{0xFF, 0xD8, 0xFF}[999 - left] : 7;
            }
        };
        assertThat(catchThrowableOfType(ProblemException.class,
                () -> spool.take(cut, MediaKind.JPEG, ContentDigest.of(null))).errors()).extracting(
                        error -> error.message().code()).containsExactly("evidence.incomplete");
        assertNothingKept(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc/a.jpg", "a\\b.jpg", "a\u202Egpj.jpg", "a\u0000.jpg", "a\r\nX: y.jpg", "a.exe", ""})
    void refusesHostileNames(String name) throws IOException {
        long before = objects().count();
        api.as(township).contentType("image/jpeg").queryParam("occurredOn", "2026-01-05").queryParam("name", name).body(
                Samples.jpeg(500)).post(api.path()).then().statusCode(oneOf(400, 422)).body(
                        "errors[0].pointer", is("?name"));
        assertNothingKept(before);
    }

    @Test
    void namesEveryWrongValue() throws IOException {
        byte[] bytes = Samples.jpeg(500);
        api.as(township).contentType("image/jpeg").queryParam("name", "字".repeat(300) + ".jpg").queryParam("occurredOn",
                "2199-01-01").body(bytes).post(api.path()).then().statusCode(422).body("errors.pointer",
                        contains("?name", "?occurredOn"));
        api.photo(township).queryParam("problemId", 1).queryParam("measureId", 1).body(bytes).post(
                api.path()).then().statusCode(422).body("errors.pointer", contains("?measureId"));
        api.photo(township).queryParam("problemId", 999_999_999).body(bytes).post(api.path()).then().statusCode(
                422).body("errors[0].pointer", is("?problemId"));
        api.photo(township).queryParam("visitId", UUID.randomUUID()).body(bytes).post(api.path()).then().statusCode(
                422).body("errors[0].pointer", is("?visitId"));
    }

    @Test
    void sweepsWhatNoTransactionKept() throws IOException {
        Spooled received = spool.take(new ByteArrayInputStream(Samples.jpeg(500)), MediaKind.JPEG,
                ContentDigest.of(null));
        UUID lost = staging.stage(received);
        spool.discard(received.path());
        long kept = api.uploaded(township, Samples.jpeg(600));
        staging.sweep();
        assertThat(objects()).contains(lost.toString());
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE evidence_upload SET started_at = started_at - interval '2 hours' WHERE object = ?", lost));
        staging.sweep();
        assertThat(objects()).doesNotContain(lost.toString());
        api.as(township).get(api.path(kept, "/content")).then().statusCode(200);
        staging.discardUnlessKept(UUID.randomUUID());
    }

    @Test
    void aStoreWithoutTheObjectIsUnavailableNotBroken() throws IOException {
        long id = api.uploaded(township, Samples.jpeg(600));
        UUID object = jdbi.withHandle(handle -> handle.createQuery(
                "SELECT object FROM evidence_version WHERE file_id = :id").bind("id", id).mapTo(UUID.class).one());
        store.remove(object);
        api.as(township).get(api.path(id, "/content")).then().statusCode(503);
    }

    private void assertNothingKept(long objectsBefore) throws IOException {
        assertThat(objects().count()).isEqualTo(objectsBefore);
        assertThat(count("evidence_upload WHERE 0 < :case")).isZero();
        assertThat(count("evidence_file WHERE case_id = :case")).isZero();
        assertThat(store.incoming()).isEmptyDirectory();
        api.as(township).get(api.path()).then().body("items", hasSize(0));
    }

    private long count(String from) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + from).bind("case",
                subject.caseId()).mapTo(Long.class).one());
    }

    /** Files under a directory, without the ones on their way. */
    static Stream<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".part")).map(
                    file -> file.getFileName().toString()).toList().stream();
        }
    }
}
