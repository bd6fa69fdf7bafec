package org.zhengdun.shared.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Declares the tags in use, with the descriptions and in the order of openapi-tags.properties. */
final class Tags {

    private static final String FILE = "openapi-tags.properties";

    private Tags() {}

    static void declare(OpenAPI contract) {
        Set<String> used = contract.getPaths().getPathItems().values().stream().flatMap(
                path -> path.getOperations().values().stream()).filter(
                        operation -> operation.getTags() != null).flatMap(
                                operation -> operation.getTags().stream()).collect(Collectors.toSet());
        contract.setTags(described().stream().filter(tag -> used.contains(tag.getName())).toList());
    }

    private static List<Tag> described() {
        List<Tag> tags = new ArrayList<>();
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("=", 2)).filter(parts -> parts.length == 2).forEach(
                    parts -> tags.add(OASFactory.createTag().name(parts[0]).description(parts[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
        return tags;
    }
}
