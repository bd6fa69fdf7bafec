package org.zhengdun.statistics;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.zhengdun.organization.Unit;
import org.zhengdun.shared.persistence.AsOf;
import org.zhengdun.shared.time.Days;

/** Computes annual forms. */
@ApplicationScoped
class AnnualForms {

    private final FormQueries queries;
    private final Days days;

    AnnualForms(FormQueries queries, Days days) {
        this.queries = queries;
        this.days = days;
    }

    AnnualForm compute(Unit unit, int year, AsOf asOf) {
        Instant moment = asOf.instant() == null ? days.now() : asOf.instant();
        var counts = queries.ofYear(unit, year, asOf);
        return AnnualForm.of(unit, year, asOf.instant(), moment, days.now(), counts);
    }
}
