package org.zhengdun.audit;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.web.Cursors;
import org.zhengdun.shared.web.Page;
import org.zhengdun.shared.web.PageRequest;

/** Lists the seals of one chain. */
@RequestScoped
class SealQueries {

    private final Jdbi jdbi;
    private final Cursors cursors;

    SealQueries(Jdbi jdbi, Cursors cursors) {
        this.jdbi = jdbi;
        this.cursors = cursors;
    }

    Page<SealRow> page(int chain, PageRequest page) {
        long before = Cursors.number(cursors.after(page, List.of(Long.toString(Long.MAX_VALUE))).getFirst());
        List<SealRow> rows = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT * FROM audit_seal WHERE chain = :chain AND number < :before
                ORDER BY number DESC LIMIT :limit""").bind("chain", chain).bind("before", before).bind("limit",
                page.limit() + 1).map((row, context) -> SealRow.of(Seal.of(row))).list());
        return cursors.page(page, rows, row -> List.of(row.number()));
    }
}
