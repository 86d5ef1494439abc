package vn.ansinh.ui.shell.board;

import vn.ansinh.api.text.Money;
import vn.ansinh.ui.kit.text.Texts;

/** In which unit the figures of one picture are written, so that they stay short: millions or billions of đồng. */
enum Scale {
    MILLION(1_000_000L),
    BILLION(1_000_000_000L);

    private static final Texts TEXTS = Texts.of(Scale.class);
    private static final long FROM_BILLIONS = 10_000_000_000L;
    private static final long WHOLE_FROM = 1_000;

    private final long dong;

    Scale(long dong) {
        this.dong = dong;
    }

    /** @param most the largest figure of the picture, in đồng */
    static Scale of(long most) {
        return most >= FROM_BILLIONS ? BILLION : MILLION;
    }

    /** Vietnamese: {@code triệu đồng}. */
    String label() {
        return TEXTS.get("scale." + name());
    }

    /** {@code 1.349}, {@code 949,7}. */
    String write(long amount) {
        long tenths = Math.round(10.0 * amount / dong);
        return tenths >= WHOLE_FROM * 10
                ? Money.format(Math.round((double) amount / dong))
                : Money.format(tenths / 10) + "," + tenths % 10;
    }
}
