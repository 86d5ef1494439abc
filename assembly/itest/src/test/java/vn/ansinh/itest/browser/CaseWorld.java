package vn.ansinh.itest.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.ansinh.itest.RunningDistribution;

/** Offices before and after 1 July 2025 with their officials, and people who come to them. */
final class CaseWorld {

    /** Xã Yên Mô of Ninh Bình, since 1 July 2025. */
    static final String COMMUNE = "14701";

    /** Xã Khánh Thượng of Huyện Yên Mô, until then. */
    static final String FORMER_COMMUNE = "14704";

    /** Phường Thành Sen of Hà Tĩnh. */
    static final String ELSEWHERE = "18073";

    /** The procedure of the monthly allowance. */
    static final String ALLOWANCE = "btxh.tro-cap-hang-thang";

    private static final Map<String, Object> CASH = Map.of("method", "TM-DCT", "payeeRole", "SELF");

    private final RunningDistribution server;

    CaseWorld(RunningDistribution server) {
        this.server = server;
    }

    /** The desk, the appraiser and who decides, of each office. */
    void officials() throws IOException, SQLException {
        account("ym.mot-cua", "Phạm Thị Thu", "mot-cua", unit(COMMUNE, true));
        account("ym.can-bo", "Vũ Văn Lâm", "can-bo-xa", unit(COMMUNE, true));
        account("ym.lanh-dao", "Đinh Văn Chính", "lanh-dao-xa", unit(COMMUNE, true));
        account("kt.mot-cua", "Lê Thị Na", "mot-cua", unit(FORMER_COMMUNE, false));
        account("kt.can-bo", "Trịnh Văn Sơn", "can-bo-xa", unit(FORMER_COMMUNE, false));
        long district = number("select parent_id from ansinh.unit where id = " + unit(FORMER_COMMUNE, false));
        account("huyen.can-bo", "Tạ Thị Mơ", "can-bo-xa", district);
        account("huyen.lanh-dao", "Hà Văn Tới", "lanh-dao-xa", district);
        account("ts.can-bo", "Phan Thị Lụa", "can-bo-xa", unit(ELSEWHERE, true));
        account("ts.lanh-dao", "Võ Văn Bình", "lanh-dao-xa", unit(ELSEWHERE, true));
    }

    /** An official of a unit of today, with the administrator's password. */
    void official(String name, String fullName, String role, String unit) throws IOException, SQLException {
        account(name, fullName, role, unit(unit, true));
    }

    /** With the administrator's password. */
    private void account(String name, String fullName, String role, long unit) throws IOException, SQLException {
        try (Connection connection = server.database();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into ansinh.account (name, full_name, password_hash, password_changed_at, unit_id,
                            permissions, roles, created_by)
                        select ?, ?, password_hash, now(), ?, '{}', array[?], 'test'
                        from ansinh.account where name = 'admin' on conflict do nothing""")) {
            insert.setString(1, name);
            insert.setString(2, fullName);
            insert.setLong(3, unit);
            insert.setString(4, role);
            insert.executeUpdate();
        }
    }

    /** Somebody who lives in a commune. @return their id */
    long person(String name, String born, String commune, boolean now) throws IOException, SQLException {
        String search = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
        try (Connection connection = server.database();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex,
                            unit_id, address)
                        values (?, ?, ?, ?::date, false, 'MALE', ?, 'Thôn Đông') returning id""")) {
            insert.setString(1, name);
            insert.setString(2, " " + search + " ");
            insert.setString(3, search);
            insert.setString(4, born);
            insert.setLong(5, unit(commune, now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A commune of today, or the one that bore the code before. */
    private long unit(String code, boolean now) throws IOException, SQLException {
        return number("select id from ansinh.unit where code = '" + code + "' and valid_to is "
                + (now ? "null" : "not null order by valid_from limit 1"));
    }

    /** A figure of the database. */
    long number(String sql) throws IOException, SQLException {
        try (Connection connection = server.database();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A day before today, as REST writes it. */
    static String ago(int days) {
        return today().minusDays(days).toString();
    }

    /** The same, as a field takes it. */
    static String typed(int daysAgo) {
        return DateTimeFormatter.ofPattern("dd/MM/uuuu").format(today().minusDays(daysAgo));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    /** A month as REST writes it, in either way. */
    static String month(JsonNode month) {
        return month.isArray()
                ? "%04d-%02d".formatted(month.path(0).asInt(), month.path(1).asInt())
                : month.asText();
    }

    /** What a disabled person tells and brings. @param degree as the fact is written @param certified day of the certificate */
    static Map<String, Object> disabled(String degree, String certified) {
        return Map.of(
                "benefit",
                "BT6",
                "answers",
                Map.of("khuyet-tat.muc-do", List.of(degree), "khuyet-tat.ngay-cap-giay", List.of(certified)),
                "papers",
                Set.of("to-khai", "nhan-than", "giay-khuyet-tat"),
                "payment",
                CASH);
    }
}
