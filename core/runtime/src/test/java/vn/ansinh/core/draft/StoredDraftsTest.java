package vn.ansinh.core.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.ansinh.api.access.Caller;
import vn.ansinh.core.SmallCountry;
import vn.ansinh.core.access.ThreadAccess;
import vn.ansinh.core.sql.Rows;
import vn.ansinh.testkit.TestDatabase;

/** What an official typed and could not hand in is there for that official, for a week. */
class StoredDraftsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas("ansinh");

    private static final String FORM = "thi-diem/tham-hoi#Ghi lần thăm";
    private static final Map<String, String> TYPED = Map.of("Nơi", "Thôn 3", "Ghi chú", "Nhà \"dột\", {chờ} sửa");

    private final SmallCountry country = new SmallCountry();
    private final ThreadAccess access = country.access();
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");
    private final StoredDrafts drafts = new StoredDrafts(DATABASE.scopedBy(access), access, () -> now);

    @Test
    void onesOwnDraftComesBackUntilItIsForgottenOrAWeekOld() throws Exception {
        as("lan", () -> keep(TYPED));
        assertEquals(Optional.of(TYPED), as("lan", this::typed));
        assertEquals(Optional.empty(), as("minh", this::typed));
        as("lan", () -> keep(Map.of("Nơi", "Thôn 4")));
        assertEquals(Optional.of(Map.of("Nơi", "Thôn 4")), as("lan", this::typed));
        as("lan", () -> {
            drafts.forget(FORM);
            return null;
        });
        assertEquals(Optional.empty(), as("lan", this::typed));

        as("lan", () -> keep(TYPED));
        now = now.plusSeconds(8 * 24 * 3600);
        assertEquals(Optional.empty(), as("lan", this::typed));
    }

    @Test
    void nobodyElseReachesItEvenByRawSql() throws Exception {
        as("lan", () -> keep(TYPED));
        String all = "select account from ansinh.form_draft";
        assertEquals(
                List.of(),
                as(
                        "minh",
                        () -> DATABASE.scopedBy(access)
                                .call(connection ->
                                        Rows.list(connection, all, statement -> {}, row -> row.getString(1)))));
    }

    private Void keep(Map<String, String> typed) {
        drafts.keep(FORM, typed);
        return null;
    }

    private Optional<Map<String, String>> typed() {
        return drafts.find(FORM).map(StoredDrafts.Draft::typed);
    }

    private <T> T as(String account, Callable<T> work) throws Exception {
        return access.callAs(new Caller(account, account, SmallCountry.THANH_SEN, Set.of()), work);
    }
}
