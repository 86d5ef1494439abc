package vn.ansinh.core.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.identity.Duplicates;
import vn.ansinh.api.job.JobContext;
import vn.ansinh.api.job.JobHandler;
import vn.ansinh.api.transaction.Transactions;

/**
 * Looks for records that may speak of one person, in sets. Compared are people of one day of birth and sex within the unit,
 * people of one year where the day is not known within a commune, and across the country those of the same name and day, of
 * the same old number or of the same account. Who comes from elsewhere is somebody else, unless a number says otherwise; and
 * two personal numbers that are no misspelling of each other are two people.
 */
public final class DuplicateSearch implements JobHandler {

    private static final String POOL = """
            create temp table duplicate_pool on commit drop as
            select p.id, p.birth_date, p.birth_year_only, p.sex, p.search_name, p.unit_id, p.id_number, p.old_id_number,
                ansinh.without_marks(p.origin) as origin
            from ansinh.person p where p.deleted_at is null%s""";

    private static final String WITHIN =
            " and p.unit_id in (select unit_id from ansinh.unit_sight where ancestor_id = ?)";

    /** Two letters more, less or otherwise. */
    private static final String ALIKE =
            "levenshtein_less_equal(left(x.search_name, 250), left(y.search_name, 250), 2) <= 2";

    private static final String NUMBERS_ALLOW =
            "(x.id_number is null or y.id_number is null or levenshtein_less_equal(x.id_number, y.id_number, 2) <= 2)";

    /** Where both say where they come from, it must be about the same. */
    private static final String ORIGINS_ALLOW = "(x.origin is null or %1$s is null"
            + " or levenshtein_less_equal(left(x.origin, 250), left(%1$s, 250), 3) <= 3)";

    private static final String INSERT = """
            insert into ansinh.duplicate_candidate (a_id, b_id, reason)
            select least(x.id, y.id), greatest(x.id, y.id), '%s' from pg_temp.duplicate_pool x join %s
            where x.id <> y.id and %s and """ + " " + NUMBERS_ALLOW + " on conflict (a_id, b_id) do nothing";

    private static final String SAME_DAY = INSERT.formatted(
            "Gần trùng họ tên, cùng ngày sinh",
            "pg_temp.duplicate_pool y on y.birth_date = x.birth_date and y.sex = x.sex and y.id > x.id",
            "not x.birth_year_only and not y.birth_year_only and " + ALIKE + " and "
                    + ORIGINS_ALLOW.formatted("y.origin"));

    private static final String SAME_YEAR = INSERT.formatted(
            "Gần trùng họ tên, cùng năm sinh",
            "pg_temp.duplicate_pool y on y.unit_id = x.unit_id and y.sex = x.sex and extract(year from y.birth_date) ="
                    + " extract(year from x.birth_date)",
            "x.birth_year_only and " + ALIKE + " and " + ORIGINS_ALLOW.formatted("y.origin"));

    private static final String ELSEWHERE = INSERT.formatted(
            "Trùng họ tên và ngày sinh, ở địa bàn khác",
            "ansinh.person y on y.search_name = x.search_name and y.birth_date = x.birth_date and y.sex = x.sex",
            "y.deleted_at is null and not x.birth_year_only and not y.birth_year_only and "
                    + ORIGINS_ALLOW.formatted("ansinh.without_marks(y.origin)"));

    private static final String OLD_NUMBER = INSERT.formatted(
            "Trùng số CMND", "ansinh.person y on y.old_id_number = x.old_id_number", "y.deleted_at is null");

    /** An account that two people call their own, now or once; families share one by naming whose it is. */
    private static final String ACCOUNT = """
            insert into ansinh.duplicate_candidate (a_id, b_id, reason)
            select distinct least(e.person_id, f.person_id), greatest(e.person_id, f.person_id), 'Trùng số tài khoản nhận tiền'
            from pg_temp.duplicate_pool x join ansinh.entitlement e on e.person_id = x.id
                join ansinh.entitlement_account a on a.entitlement_id = e.id and a.payee_name is null
                join ansinh.entitlement_account b on b.account_number = a.account_number and b.payee_name is null
                    and b.entitlement_id <> a.entitlement_id
                join ansinh.entitlement f on f.id = b.entitlement_id and f.person_id <> e.person_id
                join ansinh.person y on y.id = f.person_id and y.deleted_at is null
            where """ + " " + NUMBERS_ALLOW + " on conflict (a_id, b_id) do nothing";

    private final Transactions everywhere;
    private final Access access;

    /** @param everywhere reaches every row: the other record may be anywhere */
    public DuplicateSearch(Transactions everywhere, Access access) {
        this.everywhere = everywhere;
        this.access = access;
    }

    @Override
    public String type() {
        return Duplicates.SEARCH_JOB;
    }

    @Override
    public void run(JobContext job) throws Exception {
        long unit = Long.parseLong(job.parameter("unit", "0"));
        access.require(Permissions.PERSON_MERGE, unit);
        String[] steps = {SAME_DAY, SAME_YEAR, OLD_NUMBER, ACCOUNT, ELSEWHERE};
        int found = everywhere.call(connection -> {
            job.progress(0, steps.length + 1L, "Đang đọc danh sách người dân");
            pool(connection, unit);
            int pairs = 0;
            for (int i = 0; i < steps.length; i++) {
                job.progress(i + 1L, steps.length + 1L, "Đang so sánh từng cặp hồ sơ");
                try (Statement statement = connection.createStatement()) {
                    pairs += statement.executeUpdate(steps[i]);
                }
            }
            return pairs;
        });
        job.result("pairs", Integer.toString(found));
        job.progress(steps.length + 1L, steps.length + 1L, "Tìm thấy thêm " + found + " cặp hồ sơ có thể trùng");
    }

    private static void pool(Connection connection, long unit) throws SQLException {
        try (PreparedStatement make = connection.prepareStatement(POOL.formatted(unit == 0 ? "" : WITHIN));
                Statement statement = connection.createStatement()) {
            if (unit != 0) {
                make.setLong(1, unit);
            }
            make.execute();
            statement.execute("analyze pg_temp.duplicate_pool");
        }
    }
}
