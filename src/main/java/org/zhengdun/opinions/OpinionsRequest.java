package org.zhengdun.opinions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.problem.Invalid;

/**
 * The departments whose opinion is asked for.
 *
 * @param dueOn when absent, as many days from today as the settings of the round say
 */
@Schema(name = "OpinionsRequest")
record OpinionsRequest(@NotEmpty @Size(max = 20) List<@NotNull Department> departments, @Nullable LocalDate dueOn) {

    List<Invalid> invalid(LocalDate today) {
        List<Invalid> errors = new ArrayList<>();
        Set<Department> seen = EnumSet.noneOf(Department.class);
        for (int i = 0; i < departments.size(); i++) {
            if (!seen.add(departments.get(i))) {
                errors.add(Invalid.of("/departments/" + i, "opinion.department-repeated"));
            }
        }
        if (dueOn != null && dueOn.isBefore(today)) {
            errors.add(Invalid.of("/dueOn", "date.in-past"));
        }
        return errors;
    }
}
