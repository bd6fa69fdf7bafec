package org.zhengdun.organization;

/** What changes of the tree ask of grants; the access feature answers. */
public interface GrantsBelow {

    /** How many grants stand in the subtree of the unit at this place and are neither revoked nor over. */
    int standing(int[] place);
}
