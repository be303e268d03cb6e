package dev.usher.app;

import dev.usher.core.adapter.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists every setting at the end of a command's help; written when the help is asked for, for adapters bring their own. */
final class SettingsHelp {
    private static final int INDENT = 2;

    private SettingsHelp() {}

    static void addTo(CommandLine command, UsherCommand usher) {
        command.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_FOOTER,
                        help -> help.footer()
                                + String.format("%nSettings (file name, variable, default):%n")
                                + list(help, usher));
    }

    private static String list(Help help, UsherCommand usher) {
        int width = help.commandSpec().usageMessage().width();
        TextTable table =
                TextTable.forColumns(help.colorScheme(), new Column(width - INDENT, INDENT, Column.Overflow.WRAP));
        for (Setting setting : usher.knownSettings()) {
            String fallback = setting.fallback().isEmpty() ? "empty" : setting.fallback();
            table.addRowValues(setting.name() + "  " + setting.variable() + "  " + fallback);
            table.addRowValues("    " + setting.meaning());
        }
        return table.toString();
    }
}
