package org.zhengdun.organization;

/** Whether the branch has a secretary. */
public enum SecretaryStatus {
    /** The post is filled. */
    FILLED,
    /** The post is vacant. */
    VACANT
}
