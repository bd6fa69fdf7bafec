package org.zhengdun.identity;

import java.util.List;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Keeps the stack of the other API tests away, and lets tests with Keycloak run together after them. */
public final class KeycloakProfile implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(KeycloakStack.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
