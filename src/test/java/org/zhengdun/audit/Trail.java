package org.zhengdun.audit;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.security.Role;
import org.zhengdun.support.TestStack;
import org.zhengdun.support.World;

/** The trail of a province of its own, with somebody who writes to it and an auditor of the province. */
final class Trail {

    private static final String AUDIT = "/api/v1/audit";

    final World world;
    final World.Person clerk;
    final World.Person auditor;
    private final SealTrail sealing;
    private int year = 2000;

    Trail(Jdbi jdbi, SealTrail sealing) {
        world = World.create(jdbi);
        clerk = world.person(Role.COUNTY_ORG, world.county());
        auditor = world.person(Role.AUDITOR, world.province());
        this.sealing = sealing;
    }

    /** Writes rows and seals them, and answers their ids. */
    List<Long> seal(int rows) {
        for (int i = 0; i < rows; i++) {
            openRound();
        }
        sealing.seal();
        List<Long> all = ids("l.number = (SELECT max(number) FROM audit_leaf WHERE chain = :province)");
        return all.subList(all.size() - rows, all.size());
    }

    void openRound() {
        given().auth().oauth2(clerk.token()).contentType("application/json").body(
                """
                        {"unitId":%d,"year":%d,"name":"年度整顿","startsOn":"2026-01-01","endsOn":"2026-12-31"}""".formatted(
                        world.county(), ++year)).post("/api/v1/rounds").then().statusCode(201);
    }

    /** Ids of the sealed rows of the province for which this holds. */
    List<Long> ids(String condition) {
        return TestStack.superuser().withHandle(handle -> handle.createQuery(
                "SELECT l.entry_id FROM audit_leaf l WHERE l.chain = :province AND " + condition
                        + " ORDER BY l.entry_id").bind("province", world.province()).mapTo(Long.class).list());
    }

    RequestSpecification auditor() {
        return given().auth().oauth2(auditor.token()).queryParam("unit", world.county());
    }

    JsonPath verify() {
        return auditor().get(AUDIT + "/verify").then().statusCode(200).extract().jsonPath();
    }

    JsonPath verify(int number, String hash) {
        return auditor().queryParam("anchorNumber", number).queryParam("anchorHash", hash).get(
                AUDIT + "/verify").then().statusCode(200).extract().jsonPath();
    }

    Response export() {
        return auditor().get(AUDIT + "/export");
    }

    /** What the independent verifier prints of a fresh export; the anchor may be left out. */
    String script(Object... anchor) {
        return script(export().then().statusCode(200).extract().asByteArray(), anchor);
    }

    static String script(byte[] export, Object... anchor) {
        try {
            Path file = Files.write(Files.createTempFile(Path.of("target"), "audit", ".ndjson"), export);
            List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "examples/verify-audit.py",
                    file.toString()));
            for (Object part : anchor) {
                command.add(part.toString());
            }
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() + " " + printed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Does to the database what only its superuser can do. */
    void tamper(String sql, Object... arguments) {
        TestStack.superuser().useTransaction(handle -> {
            handle.execute("SET LOCAL session_replication_role = replica");
            handle.execute(sql, arguments);
        });
    }
}
