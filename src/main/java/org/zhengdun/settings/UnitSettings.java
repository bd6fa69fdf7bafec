package org.zhengdun.settings;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.problem.ProblemException;

/** Reads the settings of one unit as it and its superiors have set them, and judges a change of its overrides. */
@ApplicationScoped
class UnitSettings {

    private final StoredOverrides stored;
    private final SettingsJson json;
    private final Validator validator;

    /** The detail with what a change of it needs to know. */
    record State(SettingsDetail detail, int storedVersion, long tag) {}

    UnitSettings(StoredOverrides stored, SettingsJson json, Validator validator) {
        this.stored = stored;
        this.json = json;
        this.validator = validator;
    }

    State read(Unit unit) {
        Inheritance inheritance = new Inheritance(json.defaults(), unit.path()[0]);
        ObjectNode own = json.object("{}");
        int version = 0;
        for (StoredOverrides.Overrides overrides : stored.along(unit.path())) {
            ObjectNode document = json.object(overrides.json());
            inheritance.lay(overrides.unitId(), document);
            if (overrides.unitId() == unit.id()) {
                own = document;
                version = overrides.version();
            }
        }
        SettingsDetail detail = new SettingsDetail(unit.id(), json.stored(inheritance.values()), inheritance.sources(),
                own);
        return new State(detail, version, tag(detail));
    }

    /** The unit's overrides after the patch; 400 for unknown names and wrong types, 422 for values out of bounds. */
    ObjectNode patched(Unit unit, SettingsDetail former, ObjectNode patch) {
        ObjectNode defaults = json.defaults();
        SettingsPatch.requireKnown(patch, defaults);
        ObjectNode overrides = SettingsPatch.apply(former.overrides(), patch);
        Inheritance inheritance = new Inheritance(defaults, unit.path()[0]);
        stored.along(unit.path()).stream().filter(other -> other.unitId() != unit.id()).forEach(
                other -> inheritance.lay(other.unitId(), json.object(other.json())));
        inheritance.lay(unit.id(), overrides);
        requireAcceptable(json.checked(inheritance.values()));
        return overrides;
    }

    private void requireAcceptable(Settings settings) {
        Set<ConstraintViolation<Settings>> violations = validator.validate(settings);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        requireAscending("/lookBackMonths", settings.lookBackMonths());
        requireAscending("/rungs/reminders", settings.rungs().reminders());
        requireAscending("/rungs/escalations", settings.rungs().escalations());
        if (settings.listedRatioWarning().lowPercent() > settings.listedRatioWarning().highPercent()) {
            throw ProblemException.invalid("/listedRatioWarning/lowPercent", "settings.low-above-high");
        }
    }

    private static void requireAscending(String pointer, List<Integer> values) {
        if (!values.stream().sorted().distinct().toList().equals(values)) {
            throw ProblemException.invalid(pointer, "settings.ascending");
        }
    }

    /** Superiors change what is answered here, so the tag is made of the content and not of a version. */
    private long tag(SettingsDetail detail) {
        UUID digest = UUID.nameUUIDFromBytes(json.text(detail).getBytes(StandardCharsets.UTF_8));
        return digest.getLeastSignificantBits() & ((1L << 59) - 1);
    }
}
