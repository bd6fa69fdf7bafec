package org.zhengdun.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.zhengdun.support.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class MigrationTest {

    @Inject
    Flyway flyway;

    @Test
    void migratingAgainDoesNothing() {
        assertThat(flyway.info().applied()).isNotEmpty();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(flyway.info().pending()).isEmpty();
    }

    @Test
    void whatWasAppliedIsWhatIsInTheArtifact() {
        assertThat(flyway.validateWithResult().getAllErrorMessages()).isEmpty();
    }

    @Test
    void migrationsAreNamedByTheirTimeAndAppliedInOrder() {
        assertThat(Arrays.stream(flyway.info().applied()).map(MigrationInfo::getVersion).map(
                String::valueOf)).isSorted().allMatch(
                        version -> version.matches("\\d{14}"));
    }
}
