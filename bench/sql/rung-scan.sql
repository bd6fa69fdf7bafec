WITH due AS MATERIALIZED (
    SELECT d.id, d.kind AS deadline_kind, d.subject_id, d.case_id, d.ancestors, d.due_on, d.next_rung_on,
       d.reminders, d.escalations, c.events FROM deadline d JOIN rectification_case c ON c.id = d.case_id WHERE d.next_rung_on <= :'today'
    ORDER BY d.next_rung_on, d.id LIMIT 500 FOR NO KEY UPDATE OF d, c SKIP LOCKED),
claimed AS (
    INSERT INTO rung (deadline_id, due_on, kind, offset_days, unit_id, fired_at)
    SELECT d.id, d.due_on, o.kind, o.days, rung_unit(d.deadline_kind, d.ancestors, o.step), now()
    FROM due d CROSS JOIN LATERAL (
        SELECT 'REMINDER' AS kind, days, 0 AS step FROM unnest(d.reminders) days
        UNION ALL
        SELECT 'ESCALATION', days, step::integer FROM unnest(d.escalations) WITH ORDINALITY e(days, step)) o
    WHERE d.due_on + o.days BETWEEN d.next_rung_on AND :'today'
    ORDER BY d.due_on + o.days, d.id, o.kind DESC
    ON CONFLICT ON CONSTRAINT each_rung_fires_once DO NOTHING
    RETURNING *),
climbed AS (
    UPDATE deadline d
    SET next_rung_on = next_rung(due.due_on, due.reminders || due.escalations, :'today'::date + 1)
    FROM due WHERE d.id = due.id),
told AS (
    INSERT INTO notice (at, case_id, kind, unit_id, ancestors, rung_id)
    SELECT now(), due.case_id, r.kind, u.id, u.ancestors, r.id
    FROM claimed r JOIN due ON due.id = r.deadline_id JOIN org_unit u ON u.id = r.unit_id ORDER BY r.id),
written AS (
    INSERT INTO case_event (case_id, seq, at, kind, account_id, actor, unit_id, data)
    SELECT due.case_id, due.events + row_number() OVER (PARTITION BY due.case_id ORDER BY r.id), now(),
        CASE r.kind WHEN 'REMINDER' THEN 'deadline.reminded' ELSE 'deadline.escalated' END,
        a.id, a.display_name, r.unit_id,
        jsonb_build_object('deadlineId', due.id, 'deadlineKind', due.deadline_kind, 'subjectId',
            due.subject_id, 'dueOn', r.due_on, 'offsetDays', r.offset_days)
    FROM claimed r JOIN due ON due.id = r.deadline_id
    JOIN account a ON a.issuer = 'urn:zhengdun:service' AND a.subject = 'clock'
    WHERE due.case_id IS NOT NULL),
counted AS (
    UPDATE rectification_case c SET events = c.events + n.events
    FROM (SELECT due.case_id, count(*) AS events FROM claimed r JOIN due ON due.id = r.deadline_id
          WHERE due.case_id IS NOT NULL GROUP BY due.case_id) n
    WHERE c.id = n.case_id)
SELECT count(*) FROM due;
