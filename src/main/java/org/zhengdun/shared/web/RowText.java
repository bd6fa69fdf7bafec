package org.zhengdun.shared.web;

/** Reads a text of one row of a batch: that nothing of it can be seen refuses the row, not the batch. */
public final class RowText extends StrictJson.TextDeserializer {

    @Override
    boolean takesInvisible() {
        return true;
    }
}
