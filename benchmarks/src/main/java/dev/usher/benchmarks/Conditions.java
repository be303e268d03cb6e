package dev.usher.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** On what the figures were measured. */
final class Conditions {
    private Conditions() {}

    static ObjectNode now(Path target, boolean quick) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        node.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        node.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        node.put("processor", firstOf(Path.of("/proc/cpuinfo"), "model name"));
        node.put("cores", Runtime.getRuntime().availableProcessors());
        node.put("memory", firstOf(Path.of("/proc/meminfo"), "MemTotal"));
        node.put("load", load());
        node.put("commit", commit(target));
        node.put("seed", Bench.SEED);
        node.put("operations", Bench.of(target, quick).operations());
        node.put("quick", quick);
        return node;
    }

    /** The machine's load over 1, 5 and 15 minutes; empty where the system does not say. */
    static String load() {
        try {
            String[] words = Files.readString(Path.of("/proc/loadavg")).split(" ");
            return words[0] + " " + words[1] + " " + words[2];
        } catch (IOException notSaid) {
            return "";
        }
    }

    private static String firstOf(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException notSaid) {
            return "";
        }
    }

    /** The commit measured, with a plus when files differ from it. */
    private static String commit(Path target) {
        String commit = output(target, "git", "rev-parse", "--short=12", "HEAD");
        return commit
                + (output(target, "git", "status", "--porcelain", "--untracked-files=no")
                                .isEmpty()
                        ? ""
                        : "+");
    }

    private static String output(Path folder, String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).directory(folder.toFile()).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? text : "";
        } catch (IOException noGit) {
            return "";
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
