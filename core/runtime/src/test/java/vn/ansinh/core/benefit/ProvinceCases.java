package vn.ansinh.core.benefit;

import vn.ansinh.core.SmallCountry;

/** Case files of a small province, in every state; one of them reveals HIV and is as its neighbours are. */
final class ProvinceCases {

    private final Office office;
    private int number;

    ProvinceCases(Office office) {
        this.office = office;
    }

    /** @param kin who has HIV @param neighbour in the same commune, who has not @param other somewhere else */
    void lay(long kin, long neighbour, long other) {
        lay(kin, SmallCountry.HUONG_SON, "BT8", true, "DONE", "2026-08-03", "'2026-08-20', false");
        lay(neighbour, SmallCountry.HUONG_SON, "BT6", false, "DONE", "2026-08-03", "'2026-08-20', false");
        lay(neighbour, SmallCountry.HUONG_SON, "BT6", false, "DONE", "2026-06-15", "'2026-08-10', true");
        lay(other, SmallCountry.THANH_SEN, "BT6", false, "DONE", "2026-05-04", "'2026-06-01', false");
        lay(other, SmallCountry.THANH_SEN, "BT6", false, "REJECTED", "2026-09-07", "'2026-09-07', false");
        lay(other, SmallCountry.THANH_SEN, "BT6", false, "WITHDRAWN", "2026-09-14", "null, null");
        office.execute(
                "insert into ansinh.case_event (case_id, kind, day, step, account, full_name, note, paper)"
                        + " select id, 'WITHDRAWN', '2026-09-16', 'x', 'x', 'x', '', 0 from ansinh.case_file where state = 'WITHDRAWN'");
        lay(other, SmallCountry.THANH_SEN, "BT6", false, "OPEN", "2024-05-06", "null, null");
    }

    private void lay(
            long person, long unit, String benefit, boolean secret, String state, String received, String decided) {
        office.execute(
                ("insert into ansinh.case_file (number, procedure, version, program, effect, person_id, person_name, unit_id,"
                                + " holder_unit_id, state, step, step_kind, benefit, sensitive, received_on, since, promised_on, provisional,"
                                + " decided_on, decided_late, missing, papers, paper_place, applicant_name, applicant_phone, entitlements,"
                                + " created_by) values ('x-2026-%06d', 'btxh.tro-cap-hang-thang', '2025', 'btxh', 'OPEN', %d, 'x', %d, %d,"
                                + " '%s', '%s', 'RESULT', '%s', %s, '%s', '%s', date '%s' + 28, false, %s, '{}', '{}', '', 'x', '', '{}', 'x')")
                        .formatted(
                                ++number,
                                person,
                                unit,
                                unit,
                                state,
                                secret ? "de-nghi" : "niem-yet",
                                benefit,
                                secret,
                                received,
                                received,
                                received,
                                decided));
    }
}
