package org.zhengdun.reminders;

/** What a rung does. */
enum RungKind {
    /** Reminds the unit that owes. */
    REMINDER,
    /** Tells one of its superiors. */
    ESCALATION
}
