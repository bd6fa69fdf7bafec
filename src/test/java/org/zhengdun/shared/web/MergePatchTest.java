package org.zhengdun.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"b":2}       | {}                     | {"a":1,"b":2}
            {"a":1}             | {"a":2}                | {"a":2}
            {"a":1}             | {"b":2}                | {"a":1,"b":2}
            {"a":1}             | {"a":null}             | {"a":null}
            {"a":[1,2]}         | {"a":[3]}              | {"a":[3]}
            {"a":{"b":1,"c":2}} | {"a":{"b":3}}          | {"a":{"b":3,"c":2}}
            {"a":1}             | {"a":{"b":1}}          | {"a":{"b":1}}
            """)
    void replacesWhatThePatchNames(String target, String patch, String result) throws JsonProcessingException {
        ObjectNode before = json.readValue(target, ObjectNode.class);
        assertThat(json.readValue(patch, MergePatch.class).appliedTo(before)).isEqualTo(json.readTree(result));
        assertThat(before).isEqualTo(json.readTree(target));
    }
}
