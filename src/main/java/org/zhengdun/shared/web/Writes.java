package org.zhengdun.shared.web;

import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.EntityManager;
import org.jboss.resteasy.reactive.RestResponse;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Digests;

/**
 * The one way to write: business rows, audit row and idempotency row in one transaction, the answer after its commit, a
 * dry run rolled back, serialization failures and deadlocks tried again as a whole.
 */
@RequestScoped
public class Writes {

    private static final int TRIES = 3;
    /** The configured limit of transactions. */
    private static final int USUAL_SECONDS = 0;
    private static final int LONG_SECONDS = 120;

    /** Carries the answer of a dry run out of its transaction, which rolls back. */
    private static final class Tried extends RuntimeException {

        private final transient StoredAnswer answer;

        Tried(StoredAnswer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    private final Caller caller;
    private final RoutingContext request;
    private final ObjectMapper json;
    private final EntityManager entities;
    private final IdempotencyKeys keys;

    Writes(Caller caller, RoutingContext request, ObjectMapper json, EntityManager entities, IdempotencyKeys keys) {
        this.caller = caller;
        this.request = request;
        this.json = json;
        this.entities = entities;
        this.keys = keys;
    }

    /**
     * Runs the effect, which must leave its {@link org.zhengdun.shared.change.Change} behind.
     *
     * @param body the request record; with the path it is what an idempotency key stands for
     */
    public <T> RestResponse<T> run(CreateControl control, Object body, Supplier<Written> effect) {
        return run(control, body, effect, USUAL_SECONDS);
    }

    /** As {@link #run}, for an effect that may take a minute. */
    public <T> RestResponse<T> runLong(CreateControl control, Object body, Supplier<Written> effect) {
        return run(control, body, effect, LONG_SECONDS);
    }

    private <T> RestResponse<T> run(CreateControl control, Object body, Supplier<Written> effect, int seconds) {
        for (int attempt = 1;; attempt++) {
            try {
                return respond(QuarkusTransaction.requiringNew().timeout(seconds).call(
                        () -> once(control, body, effect)));
            } catch (Tried tried) {
                return respond(tried.answer);
            } catch (RuntimeException failure) {
                if (attempt == TRIES || !DatabaseProblems.isTransient(failure)) {
                    throw failure;
                }
                backOff(attempt);
            }
        }
    }

    private StoredAnswer once(CreateControl control, Object body, Supplier<Written> effect) {
        String key = control.idempotencyKey;
        if (key != null || request.request().headers().contains(CreateControl.KEY)) {
            IdempotencyKeys.requireUsable(key);
        }
        if (control.dryRun) {
            throw new Tried(answer(effect.get()));
        }
        if (key == null) {
            return answer(effect.get());
        }
        IdempotencyKeys.Use use = new IdempotencyKeys.Use(accountId(), operation(), key, digest(body),
                caller.tokenRoles());
        return keys.replay(use, caller).orElseGet(() -> {
            StoredAnswer answer = answer(effect.get());
            keys.store(use, answer);
            return answer;
        });
    }

    private StoredAnswer answer(Written written) {
        entities.flush();
        Long version = written.version();
        return new StoredAnswer(written.status(), version == null ? null : Etags.of(version), written.location(),
                json(written.body()), false);
    }

    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> respond(StoredAnswer answer) {
        RestResponse.ResponseBuilder<Object> response = RestResponse.ResponseBuilder.<Object>create(
                answer.status()).entity(answer.body()).header("Content-Type", "application/json;charset=UTF-8");
        if (answer.etag() != null) {
            response.header("ETag", answer.etag());
        }
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (answer.replayed()) {
            response.header("Idempotency-Replayed", "true");
        }
        return (RestResponse<T>) response.build();
    }

    private long accountId() {
        return caller.account().orElseThrow(() -> ProblemException.of(ProblemType.FORBIDDEN)).accountId();
    }

    private String operation() {
        return request.request().method() + " " + request.request().path();
    }

    private byte[] digest(Object body) {
        return Digests.sha256(request.request().query() + "\n" + json(body));
    }

    private String json(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void backOff(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10L << attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
