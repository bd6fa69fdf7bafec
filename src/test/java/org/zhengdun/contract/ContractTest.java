package org.zhengdun.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.Contract;
import org.zhengdun.support.ContractValidation;
import org.zhengdun.support.GeneratedFile;
import org.zhengdun.support.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ContractTest {

    @Test
    void theReviewedContractIsWhatTheServiceServes() throws IOException {
        new GeneratedFile(Contract.GOLDEN).assertEquals(given().get("/openapi?format=yaml").asString());
    }

    @Test
    void thePermissionTableIsWhatTheServiceServes() throws IOException {
        new GeneratedFile(PermissionTable.FILE).assertEquals(PermissionTable.render(Contract.served()));
    }

    @Test
    void everyAnswerOfAnApiTestIsHeldAgainstTheContract() {
        assertThat(RestAssured.filters()).hasAtLeastOneElementOfType(ContractValidation.class);
    }
}
