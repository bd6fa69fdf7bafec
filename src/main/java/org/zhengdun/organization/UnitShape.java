package org.zhengdun.organization;

/** The shape of a unit's code and name, the same in requests and in imports. */
public final class UnitShape {

    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9.-]{0,39}";
    public static final int NAME_LENGTH = 200;

    private UnitShape() {}
}
