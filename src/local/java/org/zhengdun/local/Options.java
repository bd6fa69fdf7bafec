package org.zhengdun.local;

import java.util.List;

/**
 * What the start command was asked for.
 *
 * @param province two digits of the province that is loaded, or empty for the nation
 * @param port     HTTP port of the API; the identity provider listens 100 above it, health and metrics 920 above
 * @param fresh    whether kept data are dropped first
 */
record Options(String province, int port, boolean fresh) {

    static Options parse(List<String> arguments) {
        String province = "33";
        int port = 8080;
        boolean fresh = false;
        for (String argument : arguments) {
            if (argument.equals("--nation")) {
                province = "";
            } else if (argument.equals("--fresh")) {
                fresh = true;
            } else if (argument.matches("--province=\\d\\d")) {
                province = argument.substring("--province=".length());
            } else if (argument.matches("--port=\\d+")) {
                port = Integer.parseInt(argument.substring("--port=".length()));
            } else {
                throw new IllegalArgumentException("Usage: ./run [--province=33 | --nation] [--port=8080] [--fresh]");
            }
        }
        return new Options(province, port, fresh);
    }

    int identityPort() {
        return port + 100;
    }

    int managementPort() {
        return port + 920;
    }
}
