package org.zhengdun.shared.security;

/** Who acts, in which role and for which unit: the signature under every change. */
public record Acting(long accountId, String name, Role role, int unitId) {}
