package org.zhengdun.settings;

/** When the helpers of a case may go. */
public enum HelperRelease {
    /** As soon as the branch is accepted as transformed. */
    TRANSFORMED,
    /** Only when observation and look-backs are over. */
    CLOSED
}
