package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.adapter.ImportRequest;
import dev.usher.core.adapter.OperationImporter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code usher import}: takes ticket operations from files. */
@Command(
        name = "import",
        description = {
            "Import ticket operations from files, folders or standard input (-), also compressed with gzip.",
            "A row is event_id, ticket_id, operation, occurred_at, device_id. Rows that break a rule are refused, the"
                    + " others are kept; what was imported before is recognised, so a file may be imported again."
        })
final class ImportCommand implements Callable<Integer> {
    private final UsherCommand usher;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files or folders; - is standard input.")
    private List<String> sources = List.of();

    @Option(
            names = "--organization",
            paramLabel = "ID",
            description = "Whose events; made when there is none of that name. Default: ${DEFAULT-VALUE}.")
    private String organization = Organization.DEFAULT;

    @Option(names = "--dry-run", description = "Judge every row and keep none.")
    private boolean dryRun;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Write the refused rows to this CSV file.")
    private Optional<Path> rejects = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "csv|ndjson|json",
            description = "The format; otherwise it is told from the name and content.")
    private Optional<ImportRequest.Format> format = Optional.empty();

    @Option(
            names = "--encoding",
            converter = EncodingName.class,
            paramLabel = "NAME",
            description =
                    "The character encoding, such as ISO-8859-1; otherwise UTF-8, or what a byte order mark says.")
    private Optional<Charset> encoding = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ImportCommand(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public Integer call() {
        rejects.ifPresent(this::requireWritable);
        ImportRequest request = new ImportRequest(sources, usher.surroundings().in(), format, encoding, rejects);
        Composition composition = usher.compose(Map.of());
        OperationImporter importer = composition.importer();
        ImportRun run = new ImportRun(usher.surroundings(), importer, request);
        if (dryRun) {
            return run.judge().code();
        }
        try (Engine engine = Engine.open(composition)) {
            return run.into(Refused.unless(engine.intake(organization))).code();
        }
    }

    private void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "--rejects " + file + ": expected a file in a folder that exists");
        }
    }

    /** Reads a character encoding by its name. */
    static final class EncodingName implements ITypeConverter<Charset> {
        EncodingName() {}

        @Override
        public Charset convert(String text) {
            try {
                return Charset.forName(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(
                        "'" + text
                                + "' is no character encoding; expected a name such as UTF-8, UTF-16LE, ISO-8859-1 or windows-1252");
            }
        }
    }
}
