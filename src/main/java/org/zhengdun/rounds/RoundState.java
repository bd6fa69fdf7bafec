package org.zhengdun.rounds;

/** Whether cases may still be nominated in a round. */
public enum RoundState {
    /** Nominations are taken. */
    OPEN,
    /** No new nominations; cases of the round are transformed, ended, or carried over into the next. */
    CLOSED
}
