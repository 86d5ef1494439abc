package vn.ansinh.core.access;

import java.io.PrintStream;

/** What is printed to the console once and nowhere else, in a frame that is not overlooked. */
final class ConsoleBox {

    private final StringBuilder rows = new StringBuilder();

    ConsoleBox row(String text) {
        rows.append(String.format("│ %-64s │%n", text));
        return this;
    }

    /** A name and what it is, in two columns. */
    ConsoleBox row(String name, String value) {
        return row(String.format("   %-15s %s", name, value));
    }

    void print(PrintStream console) {
        String line = "─".repeat(66);
        console.printf("%n┌%s┐%n%s└%s┘%n%n", line, rows, line);
        console.flush();
    }
}
