package org.zhengdun.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.Contract;
import org.zhengdun.support.TestStack;

/** A path answers 405 with what it knows to every method that the contract does not give it, to anybody. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class WrongMethodTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    @Test
    void everyOtherMethodIsRefusedWithTheOnesThatThePathHas() {
        String token = TestStack.identity().accessToken("methods", Set.of("county_org"));
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String path : paths()) {
            Set<String> known = known(path);
            for (String method : METHODS) {
                if (!known.contains(method)) {
                    Response answer = given().noFilters().auth().oauth2(token).request(method,
                            path.replaceAll("\\{\\w+}", "1"));
                    asked++;
                    if (!isRefusal(answer, known)) {
                        wrong.add(method + " " + path + " " + answer.statusCode() + " " + answer.header("Allow"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(300);
    }

    private static Set<String> paths() {
        return Contract.served().operations().stream().map(Contract.Operation::path).collect(
                Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> known(String path) {
        return Contract.served().operations().stream().filter(operation -> operation.path().equals(path)).map(
                Contract.Operation::method).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRefusal(Response answer, Set<String> known) {
        Set<String> allowed = new TreeSet<>(known);
        allowed.add("OPTIONS");
        if (known.contains("GET")) {
            allowed.add("HEAD");
        }
        return answer.statusCode() == 405 && String.join(", ", allowed).equals(answer.header("Allow"))
                && answer.contentType().equals("application/problem+json");
    }
}
