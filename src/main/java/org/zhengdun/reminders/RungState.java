package org.zhengdun.reminders;

/** What became of a rung. */
enum RungState {
    /** Will fire on its day unless the deadline ends or moves. */
    PLANNED,
    /** Fired, once and for all. */
    FIRED,
    /** The deadline ended or moved before its day. */
    CANCELLED
}
