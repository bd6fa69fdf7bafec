package org.zhengdun.shared.web;

/** An enum whose constants have other names in JSON than in code; the contract shows the same names. */
public interface JsonNamed {

    /** Name of the constant in JSON and in the contract. */
    String jsonName();
}
