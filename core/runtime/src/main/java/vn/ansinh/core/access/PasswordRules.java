package vn.ansinh.core.access;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/** What a password must be, and passwords made for people who will have to type them once. */
final class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final Set<String> GUESSED_FIRST = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "12345678910",
            "matkhau123",
            "matkhau1234",
            "matkhau123456",
            "password123",
            "password1234",
            "qwertyuiop",
            "anhyeuem123",
            "iloveyou123");

    /** Without what is easily misread: 0 and o, 1 and l and i. */
    private static final char[] READABLE = "abcdefghjkmnpqrstuvwxyz23456789".toCharArray();

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordRules() {}

    /** @throws Problem INVALID, saying what is missing */
    static void check(String account, char[] password) {
        if (password.length < SHORTEST) {
            throw Problem.invalid("AS-PASSWORD-SHORT", "Mật khẩu mới phải có ít nhất " + SHORTEST + " ký tự.");
        }
        if (password.length > LONGEST) {
            throw Problem.invalid("AS-PASSWORD-LONG", "Mật khẩu mới không được dài quá " + LONGEST + " ký tự.");
        }
        String lower = new String(password).toLowerCase(Locale.ROOT);
        if (lower.contains(account)) {
            throw Problem.invalid(
                    "AS-PASSWORD-NAME", "Mật khẩu mới không được chứa tên đăng nhập. Vui lòng chọn mật khẩu khác.");
        }
        if (lower.chars().distinct().count() < 5 || GUESSED_FIRST.contains(lower)) {
            throw Problem.invalid(
                    "AS-PASSWORD-WEAK",
                    "Mật khẩu mới quá dễ đoán. Vui lòng chọn một câu ngắn hoặc nhiều ký tự khác nhau.");
        }
    }

    /** Some 79 bits of chance, as {@code k7mq-3xtp-9cwe-hb5d}. */
    static char[] generate() {
        char[] password = new char[GROUPS * (GROUP_LENGTH + 1) - 1];
        Arrays.fill(password, '-');
        for (int i = 0; i < password.length; i++) {
            if (i % (GROUP_LENGTH + 1) != GROUP_LENGTH) {
                password[i] = READABLE[RANDOM.nextInt(READABLE.length)];
            }
        }
        return password;
    }
}
