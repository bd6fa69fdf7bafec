package org.zhengdun.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;

class InheritanceTest {

    private static final int NATION = 1;
    private static final int PROVINCE = 7;
    private static final int COUNTY = 9;

    @Test
    void theNearestUnitWins() throws JsonProcessingException {
        Inheritance inheritance = new Inheritance(json("{'a':1,'b':{'c':2,'d':3}}"), NATION);
        inheritance.lay(PROVINCE, json("{'a':10,'b':{'c':20}}"));
        inheritance.lay(COUNTY, json("{'b':{'c':200}}"));
        assertThat(inheritance.values()).isEqualTo(json("{'a':10,'b':{'c':200,'d':3}}"));
        assertThat(inheritance.sources()).containsEntry("/a", PROVINCE).containsEntry("/b/c", COUNTY).containsEntry(
                "/b/d", NATION).hasSize(3);
    }

    @Test
    void aListIsReplacedAsAWhole() throws JsonProcessingException {
        Inheritance inheritance = new Inheritance(json("{'months':[3,6,12]}"), NATION);
        inheritance.lay(COUNTY, json("{'months':[1]}"));
        assertThat(inheritance.values()).isEqualTo(json("{'months':[1]}"));
    }

    @Test
    void nullGivesAValueBackToInheritance() throws JsonProcessingException {
        assertThat(SettingsPatch.apply(json("{'a':1,'b':{'c':2}}"), json("{'b':{'c':null},'d':4}"))).isEqualTo(
                json("{'a':1,'d':4}"));
    }

    @Test
    void aPatchWithoutEffectLeavesTheOverridesEqual() throws JsonProcessingException {
        ObjectNode overrides = json("{'a':1}");
        assertThat(SettingsPatch.apply(overrides, json("{'a':1,'b':{},'c':null}"))).isEqualTo(overrides);
    }

    @Test
    void allUnknownNamesAreRefusedTogether() throws JsonProcessingException {
        ObjectNode known = json("{'a':1,'b':{'c':2}}");
        assertThatThrownBy(() -> SettingsPatch.requireKnown(json("{'a':2,'x/y':null,'b':{'z':1}}"),
                known)).isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.type()).isEqualTo(ProblemType.UNKNOWN_FIELD);
                    assertThat(refused.errors().stream().map(Invalid::pointer)).isEqualTo(List.of("/x~1y", "/b/z"));
                });
    }

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
