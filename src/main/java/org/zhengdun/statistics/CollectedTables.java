package org.zhengdun.statistics;

import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.table.Dataset;

/** Computes the tables that superiors collect, for features that keep them. */
@ApplicationScoped
public class CollectedTables {

    private final AnnualForms forms;
    private final MonthlySheets sheets;

    CollectedTables(AnnualForms forms, MonthlySheets sheets) {
        this.forms = forms;
        this.sheets = sheets;
    }

    public Dataset annualForm(Unit unit, int year, AsOf asOf) {
        return forms.compute(unit, year, asOf).kept();
    }

    public Dataset monthlySheet(Unit unit, YearMonth month, AsOf asOf) {
        return sheets.compute(unit, month, asOf).kept();
    }
}
