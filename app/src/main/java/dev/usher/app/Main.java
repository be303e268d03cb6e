package dev.usher.app;

import com.google.inject.Module;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;

/** The command line {@code usher}: finds the adapters, runs the command, and tells the shell what came of it. */
public final class Main {
    private Main() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        Surroundings surroundings = new Surroundings(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                Optional.ofNullable(System.console()).map(Main::isTerminal).orElse(false),
                InstantSource.system(),
                Main::watch);
        List<Module> adapters = ServiceLoader.load(Module.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        int status = new Program(surroundings, adapters).run(arguments);
        surroundings.out().flush();
        System.exit(status);
    }

    /** What is printed may be a program's input, so its encoding must not depend on the machine. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /**
     * Waits for SIGTERM or SIGINT, which make the JVM run its shutdown hooks: the service is closed there, and the JVM
     * ends with the signal's own status, 143 or 130.
     */
    private static void watch(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "usher-shutdown"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    /** From Java 22 on a console exists also where no person sits; {@code Console.isTerminal} then tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unclear) {
            return false;
        }
    }
}
