package org.zhengdun.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;
import org.zhengdun.organization.BranchKind;

class SettingsTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void nationalDefaultsAreAcceptable() {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            assertThat(validator.validate(Settings.national())).isEmpty();
        }
    }

    @Test
    void everyKindOfBranchHasATemplate() {
        for (BranchKind kind : BranchKind.values()) {
            assertThat(Settings.national().requiredHelpers(kind)).containsExactly(HelperKind.COUNTY_LEADER,
                    HelperKind.TOWNSHIP_LEADER, HelperKind.FIRST_SECRETARY, HelperKind.PAIRED_UNIT);
        }
    }

    @Test
    void aCaseIsDueOnTheNextDeadlineDay() {
        assertThat(Settings.national().caseDeadline(LocalDate.of(2026, 3, 1))).isEqualTo("2026-12-31");
        assertThat(Settings.national().caseDeadline(LocalDate.of(2026, 12, 31))).isEqualTo("2026-12-31");
        assertThat(with("{\"caseDeadlineMonth\":6,\"caseDeadlineDay\":30}").caseDeadline(
                LocalDate.of(2026, 7, 1))).isEqualTo("2027-06-30");
    }

    @Test
    void theLastDayOfAShortMonthStandsForItsMissingDays() {
        assertThat(with("{\"caseDeadlineMonth\":2}").caseDeadline(LocalDate.of(2026, 1, 1))).isEqualTo("2026-02-28");
    }

    @Test
    void aSnapshotOfAnOlderReleaseIsCompletedAndForeignKeysArePassedOver() {
        SettingsJson documents = new SettingsJson(json);
        Settings read = documents.snapshot(
                "{\"planDueDays\":45,\"acceptance\":{\"passScore\":80},\"gone\":true,\"deadlines\":{\"maxExtensions\":3}}");
        assertThat(read.deadlines().maxExtensions()).isEqualTo(3);
        assertThat(read.deadlines().maxSuspensions()).isEqualTo(2);
        assertThat(read.planDueDays()).isEqualTo(45);
        assertThat(read.acceptance()).isEqualTo(new AcceptanceGates(80, 50, 80, 15, 30));
        assertThat(documents.snapshot(documents.text(read))).isEqualTo(read);
        assertThat(read.lookBackMonths()).isEqualTo(List.of(3, 6, 12));
        assertThat(read.screening()).isEqualTo(new ScreeningRules(90, 3, 80));
    }

    private Settings with(String overrides) {
        SettingsJson documents = new SettingsJson(json);
        ObjectNode values = documents.defaults();
        values.setAll(documents.object(overrides));
        return documents.stored(values);
    }
}
