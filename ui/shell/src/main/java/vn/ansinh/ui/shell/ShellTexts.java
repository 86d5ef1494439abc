package vn.ansinh.ui.shell;

import vn.ansinh.ui.kit.text.Texts;

/** The user texts of the shell, in {@code messages_vi.properties} beside this class. */
public final class ShellTexts {

    private static final Texts TEXTS = Texts.of(ShellTexts.class);

    private ShellTexts() {}

    /** A text; see {@link Texts#get}. */
    public static String text(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
