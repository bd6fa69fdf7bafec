package org.zhengdun.tasks;

import java.util.List;

import org.zhengdun.shared.persistence.ScopedSelect;

/** Tables that tasks are found in; each is entered by an index of scope and due date. */
enum TaskBase {
    /** Cases by their deadline; {@code c} is the case. */
    CASE("rectification_case c", "c", "deadline_order", "id"),
    /** Cases under observation by its end; {@code c} is the case. */
    OBSERVATION("rectification_case c", "c", "observation_ends_on", "id"),
    /** Open deadlines; {@code d} is the deadline, {@code c} its case if it has one. */
    DEADLINE("deadline d LEFT JOIN rectification_case c ON c.id = d.case_id", "d", "due_on", "case_id"),
    /** Deadlines with a pending request {@code x} to move them. */
    EXTENSION("""
            deadline d JOIN rectification_case c ON c.id = d.case_id
            JOIN extension x ON x.deadline_id = d.id AND x.state = 'PENDING'""", "d", "due_on", "case_id"),
    /** Opinions {@code o} that departments owe, which are no deadlines of the case because the township reads those. */
    OPINION("department_opinion o", "o", "due_on", ""),
    /** Open problems {@code p} that nothing keeps from being reported done. */
    PROBLEM("problem_to_do p", "p", "due_on", "case_id"),
    /** Accountability alerts {@code a} that nobody has handled; they have no date. */
    ALERT("alert_to_do a", "a", "due_on", "case_id"),
    /** Drawn cases {@code s} whose spot check was not started, by the sample and not by the case; they have no date. */
    SPOT_CHECK("spot_check_to_do s", "s", "due_on", "");

    private final ScopedSelect select;
    private final String order;

    TaskBase(String table, String alias, String dueOn, String assigned) {
        select = new ScopedSelect(table, alias, List.of(dueOn, "id"), assigned);
        order = alias + "." + dueOn + ", %d, " + alias + ".id";
    }

    ScopedSelect select() {
        return select;
    }

    /** The sort key of a task of this kind. */
    String order(TaskKind kind) {
        return order.formatted(kind.ordinal());
    }

    /** What every row must be. */
    String condition() {
        return switch (this) {
            case CASE, PROBLEM, ALERT, SPOT_CHECK -> "";
            case OBSERVATION -> " AND c.state = 'TRANSFORMED' AND c.observation_ends_on IS NOT NULL";
            case OPINION -> " AND o.answer IS NULL AND o.closed_at IS NULL";
            case DEADLINE, EXTENSION -> " AND d.state = 'OPEN' AND d.due_on IS NOT NULL";
        };
    }
}
