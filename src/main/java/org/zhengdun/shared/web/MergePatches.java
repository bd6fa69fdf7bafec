package org.zhengdun.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/**
 * Applies merge patches to records of what a caller may change: a field the record does not have is refused as unknown, so
 * server-owned fields cannot be written; the result is validated like a whole body.
 */
@Singleton
public class MergePatches {

    private final ObjectMapper json;
    private final Validator validator;

    MergePatches(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The changed record; it equals the current one when the patch has no effect. */
    @SuppressWarnings("unchecked")
    public <T extends Record> T apply(MergePatch patch, T current) {
        T changed = (T) read(patch, current);
        var violations = validator.validate(changed);
        if (!violations.isEmpty()) {
            throw Violations.problem(new ConstraintViolationException(violations));
        }
        return changed;
    }

    private Record read(MergePatch patch, Record current) {
        try {
            return json.treeToValue(patch.appliedTo(json.valueToTree(current)), current.getClass());
        } catch (JsonProcessingException refused) {
            throw JsonProblems.problem(refused);
        }
    }
}
