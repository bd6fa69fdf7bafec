package org.zhengdun.cases;

import org.jspecify.annotations.Nullable;
import org.zhengdun.local.Api;

/** Lets a test look at the service before each request and after each answer of a story. */
record Interposed(Api api, Look before, Look after) implements Api {

    /** A look at the service; the path is the one of the request. */
    @FunctionalInterface
    interface Look {
        Look NONE = path -> {};

        void at(String path);
    }

    @Override
    public Answer send(String role, String method, String path, @Nullable String body, @Nullable String etag) {
        before.at(path);
        Answer answer = api.send(role, method, path, body, etag);
        after.at(path.equals("/cases") ? "/cases/" + answer.id() : path);
        return answer;
    }

    @Override
    public String subject(String role) {
        return api.subject(role);
    }
}
