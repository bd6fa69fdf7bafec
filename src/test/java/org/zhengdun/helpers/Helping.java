package org.zhengdun.helpers;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.support.Api;
import org.zhengdun.support.SampleCase;
import org.zhengdun.support.TestStack;

/** A first secretary who helps in cases. */
record Helping(Jdbi jdbi, Api county, String subject) {

    /** Assigns him to one more case from that day on. */
    long assign(SampleCase subjectCase, LocalDate since) {
        subjectCase.recordedOn(since.minusDays(1));
        return county.post(subjectCase.path("helpers"), subjectCase.etag(),
                """
                        {"kind":"FIRST_SECRETARY","person":"李四","post":"科员","unit":"县农业局","subject":"%s","since":"%s"}""".formatted(
                        subject, since)).statusCode(201).extract().jsonPath().getLong("id");
    }

    Api api() {
        return new Api(TestStack.identity().accessToken(subject, Set.of("helper")));
    }

    /** The body of a visit. */
    static String visit(UUID id, LocalDate day, String findings) {
        return """
                {"id":"%s","visitedOn":"%s","place":"村部","people":"两委成员","findings":"%s"}""".formatted(id, day,
                findings);
    }
}
