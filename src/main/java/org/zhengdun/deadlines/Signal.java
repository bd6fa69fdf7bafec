package org.zhengdun.deadlines;

import org.zhengdun.shared.problem.Message;

/** A light with the reason why it is lit. */
public record Signal(Light light, Message reason) {}
