package org.zhengdun.shared.security;

/** How the identity provider names people and machines. */
public final class Subjects {

    /**
     * At most 255 ASCII characters (OpenID Connect Core, section 2), none of them a space: two spellings that look alike would be
     * two people where duties are kept apart.
     */
    public static final String FORM = "[!-~]{1,255}";

    private Subjects() {}
}
