package org.zhengdun.shared.security;

/**
 * A unit whose subtree a caller covers.
 *
 * @param path ids from the root of the tree to the unit itself
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScopeRoot(int[] path) {

    public int unitId() {
        return path[path.length - 1];
    }

    /** Depth in the tree; the root has 0. */
    public int level() {
        return path.length - 1;
    }

    /** Whether the object at this place lies in the subtree. */
    public boolean covers(int[] place) {
        return place.length >= path.length && place[level()] == unitId();
    }
}
