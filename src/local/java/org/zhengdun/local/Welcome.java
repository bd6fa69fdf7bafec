package org.zhengdun.local;

import java.util.stream.Collectors;

/** What the start command prints when the service is up. */
final class Welcome {

    private Welcome() {}

    static String text(Options options, LocalIdentity identity) {
        String accounts = SampleAccounts.ALL.stream().map(
                account -> "  %-12s %s".formatted(account.username(), String.join(", ", account.roles()))).collect(
                        Collectors.joining("\n"));
        return """

                Zhengdun is running (local use only: embedded PostgreSQL, local identity provider).

                  API         http://localhost:%1$d/api/v1
                  Swagger UI  http://localhost:%1$d/q/swagger-ui
                  Contract    http://localhost:%1$d/openapi
                  Health      http://localhost:%2$d/q/health

                Sample accounts (the password is the user name) and their roles:
                %3$s

                A token, and a first request:
                  TOKEN=$(curl -s %4$s/token -d grant_type=password -d username=county -d password=county | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s -H "Authorization: Bearer $TOKEN" http://localhost:%1$d/api/v1/cases

                One case from nomination to closing: examples/one-case.sh. Stop with Ctrl-C; data stay in .local/.
                """.formatted(
                options.port(), options.managementPort(), accounts, identity.issuer());
    }
}
