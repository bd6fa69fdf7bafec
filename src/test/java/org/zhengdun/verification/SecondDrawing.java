package org.zhengdun.verification;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/** The algorithm of docs/spot-checks.md written a second time from the page alone, sharing nothing with the service. */
final class SecondDrawing {

    private final SortedMap<String, PriorityQueue<String[]>> urns = new TreeMap<>();

    /**
     * @param strata stratum by case number
     */
    SecondDrawing(String seed, Map<String, String> strata) {
        strata.forEach((number, stratum) -> urns.computeIfAbsent(stratum,
                label -> new PriorityQueue<>((one, other) -> one[0].compareTo(other[0]))).add(
                        new String[]{hash(seed + ":" + number), number}));
    }

    /** The next cases of all strata; they are gone afterwards. */
    List<String> draw(int size) {
        int all = urns.values().stream().mapToInt(PriorityQueue::size).sum();
        TreeMap<String, Integer> shares = new TreeMap<>();
        TreeMap<String, Integer> remainders = new TreeMap<>();
        int given = 0;
        for (Map.Entry<String, PriorityQueue<String[]>> urn : urns.entrySet()) {
            int product = size * urn.getValue().size();
            shares.put(urn.getKey(), product / all);
            remainders.put(urn.getKey(), product % all);
            given += product / all;
        }
        for (; given < size; given++) {
            String largest = remainders.firstKey();
            for (String label : remainders.keySet()) {
                if (remainders.getOrDefault(label, 0) > remainders.getOrDefault(largest, 0)) {
                    largest = label;
                }
            }
            shares.merge(largest, 1, Integer::sum);
            remainders.remove(largest);
        }
        List<String> drawn = new ArrayList<>();
        shares.forEach((label, share) -> {
            for (int i = 0; i < share; i++) {
                drawn.add(next(label));
            }
        });
        return drawn;
    }

    /** The next case of one stratum. */
    String next(String stratum) {
        return urns.getOrDefault(stratum, new PriorityQueue<>()).remove()[1];
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return String.format("%064x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
