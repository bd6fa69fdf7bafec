package org.zhengdun.statistics;

import java.time.YearMonth;

import jakarta.enterprise.context.RequestScoped;
import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Answers the rows behind the cells of forms as the caller may see them, and leaves the trace of restricted ones. */
@RequestScoped
class FormRowReader {

    private final FormRows rows;
    private final FormDisclosure disclosure;
    private final RowTraces traces;

    FormRowReader(FormRows rows, FormDisclosure disclosure, RowTraces traces) {
        this.rows = rows;
        this.disclosure = disclosure;
        this.traces = traces;
    }

    /**
     * A cell as asked for.
     *
     * @param last   the month up to whose end is counted
     * @param number of the column in the form
     */
    record Asked(Unit unit, YearMonth last, AsOf asOf, int number, FormColumn column, FormRow row) {}

    Page<FigureRow> page(Asked asked, PageRequest page) {
        disclosure.requireRows(asked.number(), asked.unit());
        Scene scene = new Scene(asked.unit(), new Span.OfYear(asked.last().getYear()), asked.asOf());
        Page<FigureRow> found = rows.page(new FormRows.Cell(scene, asked.last(), asked.column(), asked.row()), page);
        traces.leave(scene, asked.number(), found.items());
        return disclosure.isExternal(asked.unit().path()) ? Disclosure.unlabelled(found) : found;
    }
}
