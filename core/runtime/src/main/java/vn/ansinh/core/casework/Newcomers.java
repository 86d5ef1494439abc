package vn.ansinh.core.casework;

import java.util.List;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.identity.PersonRegistry.PersonQuery;
import vn.ansinh.api.identity.PersonRegistry.Presence;
import vn.ansinh.api.problem.Problem;

/**
 * Who moves within a district applies where they go (NĐ 20/2021/NĐ-CP Điều 8 khoản 3 điểm a), and the desk there does not see them
 * before it is decided. It names them by the whole number on their paper, which it has in hand; the look-up is in the audit, nothing
 * but the application is shown, and of who lives elsewhere than in that district nothing is taken.
 */
final class Newcomers {

    private final CaseDesk desk;

    Newcomers(CaseDesk desk) {
        this.desk = desk;
    }

    static Problem unknown() {
        return Problem.notFound(
                "AS-PERSON-UNKNOWN", "Không có người này, hoặc người đó không thuộc địa bàn được giao.");
    }

    /** @throws Problem NOT_FOUND for a number nobody has, INVALID for another procedure or another district */
    Person moving(Application application, Procedure procedure) {
        if (procedure.effect() != Effect.MOVE) {
            throw Problem.invalid(
                    "AS-CASE-MOVE",
                    "Chỉ thủ tục đổi nơi ở trong cùng địa bàn cấp huyện nhận người chưa thuộc địa bàn theo số định danh.");
        }
        String number = application.subject().number().strip();
        Presence where = desk.people().whereIs(number).orElseThrow(Newcomers::unknown);
        if (above(where.unitId()) != above(application.unitId())) {
            throw Problem.invalid(
                    "AS-CASE-MOVE",
                    "Người này đang cư trú ngoài địa bàn cấp huyện của nơi tiếp nhận: phải làm thủ tục chuyển đi ở nơi đang"
                            + " hưởng.");
        }
        List<Person> found = desk.knowing(() -> desk.people().search(new PersonQuery(number, 0, null, 2)))
                .people();
        if (found.size() != 1) {
            throw unknown();
        }
        return found.get(0);
    }

    private long above(long communeId) {
        return desk.units().byId(communeId).orElseThrow().parentId();
    }
}
