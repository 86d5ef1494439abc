package vn.ansinh.itest.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ansinh.itest.RunningDistribution;

/**
 * The one-stop desk of a ward takes applications by keyboard alone, one after the other: {@code -Dcases.keyboard=200} of them, three
 * without. What each costs in keystrokes and in round trips to the server is printed.
 */
@ExtendWith(Browsing.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CaseKeyboardIT {

    private static final int APPLICATIONS = Integer.getInteger("cases.keyboard", 3);
    private static final String WARD = "18073";
    private static final long FIRST_NUMBER = 42_000_900_000L;
    private static final int MOST_FIELDS = 30;

    /** More would be felt on two hundred a day. */
    private static final int MOST_STROKES = 60;

    private static final int MOST_TRIPS = 20;

    private static final String PEOPLE = """
            insert into ansinh.person (full_name, search_name, sort_key, birth_date, birth_year_only, sex, id_number, unit_id,
                address)
            select 'Tạ Thị Hồ Sơ ' || i, ' ta thi ho so ' || i || ' ', 'so', date '1990-01-01' + i, false, 'FEMALE',
                to_char(?::bigint + i, 'FM000000000000'), u.id, 'Tổ dân phố 3'
            from generate_series(1, ?) i join ansinh.unit u on u.code = ? and u.valid_to is null""";

    /** Cases, different numbers, people, cases whose receipt slip lies in the store, receptions. */
    private static final String TAKEN = """
            select count(distinct c.id), count(distinct c.number), count(distinct c.person_id),
                count(distinct c.id) filter (where d.id is not null), count(distinct e.id)
            from ansinh.person n
            join ansinh.case_file c on c.person_id = n.id and c.state = 'OPEN' and c.benefit is not null
            join ansinh.case_event e on e.case_id = c.id and e.kind = 'RECEIVED'
            left join ansinh.case_paper p on p.case_id = c.id and p.produced and p.code = 'giay-tiep-nhan'
            left join ansinh.document d on d.id = p.document_id
            where n.id_number between to_char(?::bigint, 'FM000000000000') and to_char(?::bigint, 'FM000000000000')""";

    private static Page page;
    private static Desk desk;
    private static Keyboard keyboard;
    private static int trips;

    @BeforeAll
    static void aDeskWithAQueue(RunningDistribution server, BrowserContext browser) throws Exception {
        try (Connection connection = server.database();
                PreparedStatement insert = connection.prepareStatement(PEOPLE)) {
            insert.setLong(1, FIRST_NUMBER);
            insert.setInt(2, APPLICATIONS);
            insert.setString(3, WARD);
            assertEquals(APPLICATIONS, insert.executeUpdate());
        }
        String handedOver = server.rest()
                .post(
                        "/accounts",
                        Map.of(
                                "name",
                                "mot.cua.ban.phim",
                                "fullName",
                                "Nguyễn Thị Hoài Thương",
                                "unit",
                                WARD,
                                "roles",
                                Set.of("mot-cua")))
                .path("password")
                .asText();
        page = browser.newPage();
        page.onRequest(request -> trips += request.url().contains("v-r=uidl") ? 1 : 0);
        desk = new Desk(page, server.url());
        keyboard = new Keyboard(page);
        desk.begin("mot.cua.ban.phim", handedOver, RunningDistribution.PASSWORD);
    }

    @Test
    @Order(1)
    void applicationsAreTakenWithoutAMouse() {
        keyboard.tabTo("Tiếp nhận hồ sơ");
        keyboard.press("Enter");
        desk.see("Tiếp nhận hồ sơ");
        int strokes = 0;
        int sent = 0;
        for (int i = 1; i <= APPLICATIONS; i++) {
            int strokesBefore = keyboard.strokes();
            int tripsBefore = trips;
            take(FIRST_NUMBER + i);
            strokes += keyboard.strokes() - strokesBefore;
            sent += trips - tripsBefore;
            if (i == 1) {
                desk.look("95-tiep-nhan-xong");
            }
            assertEquals("Số định danh hoặc họ tên", keyboard.focused(), "ready for the next one");
        }
        System.out.printf(
                "Tiếp nhận bằng bàn phím: %d hồ sơ, %.1f lần gõ phím và %.1f lần gọi máy chủ mỗi hồ sơ%n",
                APPLICATIONS, (double) strokes / APPLICATIONS, (double) sent / APPLICATIONS);
        assertTrue(strokes / APPLICATIONS <= MOST_STROKES, "keystrokes of one application");
        assertTrue(sent / APPLICATIONS <= MOST_TRIPS, "round trips of one application");
    }

    /** One application: the person by number, a severe disability, the papers, cash. Every field is come to by Enter. */
    private static void take(long number) {
        keyboard.type("%012d".formatted(number));
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("Tạ Thị Hồ Sơ"))
                .first()
                .waitFor();
        enter();
        desk.read("Không áp dụng: ");
        desk.settle();
        for (int i = 0; i < MOST_FIELDS; i++) {
            String field = keyboard.focused();
            if (field.startsWith("Chế độ đề nghị")) {
                choose("khuyet tat");
            } else if (field.startsWith("Mức độ khuyết tật")) {
                choose("nang");
            } else if (field.startsWith("Ngày cấp giấy")) {
                keyboard.type("05012025");
                enter();
            } else if (field.startsWith("Tờ khai")) {
                keyboard.press("Alt+a");
                desk.settle();
            } else if (field.startsWith("Hình thức")) {
                if (page.evaluate("() => document.activeElement.value").equals("")) {
                    choose("tien mat");
                }
                break;
            } else {
                enter();
            }
        }
        keyboard.press("Control+s");
        page.locator(".as-msg.ok")
                .filter(new Locator.FilterOptions().setHasText("Tạ Thị Hồ Sơ %d.".formatted(number - FIRST_NUMBER)))
                .waitFor();
        desk.settle();
    }

    private static void choose(String typed) {
        keyboard.type(typed);
        page.getByRole(AriaRole.OPTION).first().waitFor();
        enter();
    }

    private static void enter() {
        keyboard.press("Enter");
        desk.settle();
    }

    @Test
    @Order(2)
    void everyOneIsThereOnceWithANumberAndASlip(RunningDistribution server) throws Exception {
        try (Connection connection = server.database();
                PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setLong(1, FIRST_NUMBER + 1);
            select.setLong(2, FIRST_NUMBER + APPLICATIONS);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String found = "%d hồ sơ, %d số, %d người, %d có giấy tiếp nhận, %d lần tiếp nhận"
                        .formatted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
                System.out.println("Trong cơ sở dữ liệu: " + found);
                assertEquals(
                        "%1$d hồ sơ, %1$d số, %1$d người, %1$d có giấy tiếp nhận, %1$d lần tiếp nhận"
                                .formatted(APPLICATIONS),
                        found);
            }
        }
    }

    @Test
    @Order(3)
    void whatWasTakenStandsInTheLists() {
        desk.open("ho-so");
        desk.read("Tạ Thị Hồ Sơ 1");
        desk.look("95-ho-so-hien-trang");
        for (String tab : List.of("Nhận hồ sơ", "Trạng thái giải quyết", "Đúng hạn, trễ hạn", "Hướng dẫn")) {
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab))
                    .click();
            desk.settle();
            desk.look("95-ho-so-" + tab.replaceAll("[ ,]+", "-"));
        }
        desk.choose("Hồ sơ chờ xử lý", "Hồ sơ chờ xử lý");
        desk.look("95-ho-so-cho-xu-ly");
        assertEquals(Set.of(), desk.englishWords());
    }
}
