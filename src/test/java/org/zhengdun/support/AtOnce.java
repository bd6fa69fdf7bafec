package org.zhengdun.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests that start together. */
public final class AtOnce {

    private AtOnce() {}

    /** The answers to one request sent so many times at once. */
    public static <T> List<T> times(int times, Callable<T> request) throws InterruptedException, ExecutionException {
        return all(Collections.nCopies(times, request));
    }

    /** The answers, in the order of the requests. */
    public static <T> List<T> all(List<Callable<T>> requests) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(requests.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Future<T>> running = requests.stream().map(request -> threads.submit(() -> {
                start.await();
                return request.call();
            })).toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
