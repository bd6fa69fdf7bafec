package org.zhengdun;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Starts the service; with {@code ZHENGDUN_MODE=migrate} brings the database up to date and ends instead. */
@QuarkusMain
public final class Zhengdun implements QuarkusApplication {

    private static final String MIGRATE = "migrate";
    /** Vert.x option of the server; read before any of our beans exists. */
    private static final String NO_URI_CHECK = "vertx.disableURIValidation";

    public static void main(String... arguments) {
        String mode = System.getenv().getOrDefault("ZHENGDUN_MODE", "serve");
        switch (mode) {
            case MIGRATE -> System.setProperty("quarkus.profile", "prod," + MIGRATE);
            case "serve" -> {
            }
            default -> throw new IllegalArgumentException("ZHENGDUN_MODE is neither serve nor migrate: " + mode);
        }
        // The server would refuse unreadable targets without a problem document; RequestLines refuses the same ones.
        System.setProperty(NO_URI_CHECK, "true");
        Quarkus.run(Zhengdun.class, arguments);
    }

    @Override
    public int run(String... arguments) {
        // Flyway has migrated by now; a failure ends the start with a status other than 0.
        if (!ConfigUtils.isProfileActive(MIGRATE)) {
            Quarkus.waitForExit();
        }
        return 0;
    }
}
