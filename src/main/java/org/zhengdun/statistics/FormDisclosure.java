package org.zhengdun.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Dataset.Category;

/** What external clients, who have nothing but the role of statistics, see of the annual form and the monthly sheet (docs/adr/0024). */
@RequestScoped
public class FormDisclosure {

    private static final Set<String> SENSITIVE = FormColumns.ALL.stream().filter(
            column -> isSensitive(column.number())).map(FormColumn::code).collect(Collectors.toUnmodifiableSet());

    private final Caller caller;
    private final CategoryCounts counts;

    FormDisclosure(Caller caller, CategoryCounts counts) {
        this.caller = caller;
        this.counts = counts;
    }

    /** Whether a column may show small restricted figures, by itself or by what the others leave. */
    static boolean isSensitive(int column) {
        return PublicCategories.ofColumn(column).isPresent() || column == FormColumns.VIOLATIONS;
    }

    /** Whether the caller reads tables of this place as an external client. */
    public boolean isExternal(int[] place) {
        return caller.isExternal(Permission.STATISTICS_READ, place);
    }

    /** The types of cases are shown in the total of counties and above, as they are now; violations never. */
    AnnualForm protect(AnnualForm form, Unit unit, AsOf asOf) {
        if (!isExternal(unit.path())) {
            return form;
        }
        Optional<ShownCategories> shown = asOf.isPast() || !ShownCategories.are(unit.kind())
                ? Optional.empty()
                : Optional.of(counts.of(unit, form.year()));
        return form.with((row, cell) -> isSensitive(cell.column())
                ? cell(cell, row == FormRow.TOTAL
                        ? shown.map(each -> value(each, unit, cell.column())).orElseGet(OptionalLong::empty)
                        : OptionalLong.empty())
                : cell);
    }

    /** The rows behind a cell: none of sensitive columns, and no labels that tell the kind of a measure. */
    void requireRows(int column, Unit unit) {
        if (isSensitive(column) && isExternal(unit.path())) {
            throw ProblemException.ruleViolated("restricted-rows");
        }
    }

    MonthlySheet protect(MonthlySheet sheet, Unit unit) {
        return isExternal(unit.path())
                ? sheet.with(
                        cell -> isSensitive(cell.column())
                                ? new MonthlySheet.Cell(cell.column(), null, true, null,
                                        null)
                                : cell)
                : sheet;
    }

    /** A kept table without its sensitive columns: it is of one moment, the table of today of another. */
    public static Dataset withoutSensitive(Dataset table) {
        List<Category> columns = table.dimensions().getLast().categories();
        List<@Nullable BigDecimal> values = new ArrayList<>();
        Map<Integer, String> status = new HashMap<>(table.status());
        for (int place = 0; place < table.values().size(); place++) {
            boolean hidden = SENSITIVE.contains(columns.get(place % columns.size()).code());
            values.add(hidden ? null : table.values().get(place));
            if (hidden) {
                status.put(place, Dataset.SUPPRESSED);
            }
        }
        return new Dataset(table.name(), table.label(), table.updated(), table.computedAt(), table.dimensions(), values,
                status, table.language());
    }

    private static OptionalLong value(ShownCategories shown, Unit unit, int column) {
        return PublicCategories.ofColumn(column).stream().mapToObj(
                category -> shown.value(unit.id(), category)).findFirst().orElseGet(OptionalLong::empty);
    }

    private static AnnualForm.Cell cell(AnnualForm.Cell cell, OptionalLong value) {
        return value.isPresent()
                ? new AnnualForm.Cell(cell.column(), value.getAsLong(), null, null)
                : new AnnualForm.Cell(cell.column(), null, true, null);
    }
}
