package dev.usher.app;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.Settings;
import dev.usher.core.rule.Spelling;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a person may say settings: on the command line, in the environment, in a file; the first of these that says one
 * is heard.
 *
 * @param commandLine values of options, by setting name
 * @param environment the environment; only variables that begin with {@code USHER_} are looked at
 * @param file the file of {@code --config}, in the form of Java's properties, UTF-8
 */
record SettingSources(Map<String, String> commandLine, Map<String, String> environment, Optional<Path> file) {
    private static final String PREFIX = "USHER_";

    /** Variables that are for the script which starts the program. */
    private static final Set<String> FOR_THE_LAUNCHER = Set.of("USHER_JAVA_HOME", "USHER_JAVA_OPTS");

    SettingSources {
        commandLine = Map.copyOf(commandLine);
        environment = Map.copyOf(environment);
    }

    /**
     * What all sources say together.
     *
     * @throws InvalidSetting when the file cannot be read, or a source says a name that is not known
     */
    Settings among(Collection<Setting> known) {
        Map<String, Setting> byName = new TreeMap<>();
        Map<String, Setting> byVariable = new TreeMap<>();
        known.forEach(setting -> {
            byName.put(setting.name(), setting);
            byVariable.put(setting.variable(), setting);
        });
        Map<String, String> said = new HashMap<>();
        file.ifPresent(path -> read(path).forEach((name, value) -> {
            if (!byName.containsKey(name)) {
                throw unknown("setting", name, " in " + path, byName.keySet());
            }
            said.put(name, value);
        }));
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !isForOthers(variable)) {
                Setting setting = byVariable.get(variable);
                if (setting == null) {
                    throw unknown("variable", variable, " in the environment", byVariable.keySet());
                }
                said.put(setting.name(), value);
            }
        });
        commandLine.forEach((name, value) -> {
            if (!byName.containsKey(name)) {
                throw unknown("setting", name, "", byName.keySet());
            }
            said.put(name, value);
        });
        return Settings.of(said);
    }

    /** Kubernetes tells every pod where a Service named "usher" is, in variables that look like settings and are none. */
    private static boolean isForOthers(String variable) {
        return FOR_THE_LAUNCHER.contains(variable)
                || variable.equals("USHER_PORT")
                || variable.startsWith("USHER_PORT_")
                || variable.startsWith("USHER_SERVICE_");
    }

    private static InvalidSetting unknown(String kind, String name, String where, Collection<String> known) {
        String guess = Spelling.closest(name, known)
                .map(nearest -> "; the nearest known one is " + nearest)
                .orElse("");
        return new InvalidSetting("unknown " + kind + " " + name + where + guess);
    }

    private static Map<String, String> read(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (NoSuchFileException missing) {
            throw new InvalidSetting("--config " + path + ": there is no such file");
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidSetting("--config " + path + ": expected text in UTF-8");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InvalidSetting("--config " + path + " cannot be read: " + unreadable.getMessage());
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }
}
