package org.zhengdun.shared.security;

/** What machines that pull statistics read in place of names and free texts (docs/adr/0024). */
public final class Mask {

    public static final String TEXT = "*";

    private Mask() {}
}
