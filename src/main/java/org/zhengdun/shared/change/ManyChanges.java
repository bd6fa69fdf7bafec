package org.zhengdun.shared.change;

/**
 * What one act did to many objects, for the audit trail.
 *
 * @param action verb with the feature's name in front, as for a single {@link Change}
 * @param entity kind of the changed objects
 * @param rows   query in the running transaction that gives for each object its id as text, the ids from the root to the unit
 *               it belongs to, and the object before and after as jsonb
 */
public record ManyChanges(String action, String entity, String rows) {}
