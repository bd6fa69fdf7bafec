package org.zhengdun.shared.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;

/** The index of the service's own classes, written by the build. */
public final class ResourceIndex {

    private ResourceIndex() {}

    public static IndexView read() {
        try (InputStream index = ResourceIndex.class.getResourceAsStream("/META-INF/contract.idx")) {
            return new IndexReader(Objects.requireNonNull(index)).read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
