package vn.ansinh.btxh.demo;

import java.util.Arrays;
import java.util.List;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.identity.Sex;
import vn.ansinh.api.program.DemoProfile;
import vn.ansinh.api.program.DemoProfile.DemoFact.Certified;
import vn.ansinh.api.program.DemoProfile.DemoFact.Children;
import vn.ansinh.api.program.DemoProfile.DemoFact.Stated;

/** Who gets social assistance in a province, in shares of a thousand: estimates, not statistics. */
public final class BtxhDemoProfile implements DemoProfile {

    private static final int OLDEST = 100;

    private static final DemoFact SEVERE = new Stated("khuyet-tat.muc-do", "nang");
    private static final DemoFact EXTREME = new Stated("khuyet-tat.muc-do", "dac-biet-nang");
    private static final DemoFact CERTIFIED = new Certified("khuyet-tat.ngay-cap-giay");
    private static final DemoFact POOR = new Stated("ho-ngheo", "ngheo");
    private static final DemoFact NEAR_POOR = new Stated("ho-ngheo", "can-ngheo");
    private static final DemoFact NO_SUPPORTER = new Stated("nguoi-phung-duong", "khong");
    private static final DemoFact STUDYING = new Stated("dang-hoc", "co");
    private static final DemoFact ORPHAN = new Stated("tre-em.hoan-canh", "BT1B");
    private static final DemoFact ABANDONED = new Stated("tre-em.hoan-canh", "BT1A");
    private static final DemoFact HARD_AREA = new Stated("vung-dac-biet-kho-khan", "co");
    private static final DemoFact CHILDREN = new Children("con-dang-nuoi", 1, 16, 3);
    private static final DemoFact INFANT = new Children("con-dang-nuoi", 0, 2, 1);

    @Override
    public String program() {
        return "btxh";
    }

    @Override
    public List<DemoShare> shares() {
        return List.of(
                share(550, "BT6N", 1, OLDEST, List.of(own("BT6")), SEVERE, CERTIFIED),
                share(155, "BT6DBN", 1, OLDEST, List.of(own("BT6"), care("CS4")), EXTREME, CERTIFIED),
                share(15, "BT6DBN", 1, OLDEST, List.of(own("BT6"), care("CS5")), EXTREME, CERTIFIED),
                share(60, "BT5A", 60, OLDEST, List.of(own("BT5A")), POOR, NO_SUPPORTER),
                share(6, "BT5D", 60, OLDEST, List.of(own("BT5D"), care("CS2")), POOR, NO_SUPPORTER),
                mother(35, "BT4", POOR, CHILDREN),
                mother(20, "BT4", NEAR_POOR, CHILDREN),
                share(22, "BT1B", 1, 16, List.of(own("BT1")), ORPHAN),
                share(10, "BT1A", 0, 16, List.of(own("BT1"), care("CS1")), ABANDONED),
                share(12, "BT2", 16, 22, List.of(own("BT2")), STUDYING),
                share(1, "BT3", 1, 16, List.of(own("BT3")), POOR),
                share(12, "BT7", 0, 3, List.of(own("BT7")), POOR, HARD_AREA),
                // who reached the age lately: who is older moved over from another benefit when the social pension came
                share(40, "HT1", 75, 76, List.of(own("HTXH"))),
                share(10, "HT2", 70, 71, List.of(own("HTXH")), NEAR_POOR),
                share(6, "BT8", 18, 65, List.of(own("BT8")), POOR),
                new DemoShare(
                        4,
                        "BT6N",
                        20,
                        40,
                        Sex.FEMALE,
                        List.of(own("BT6"), own("CS3")),
                        List.of(SEVERE, CERTIFIED, INFANT)));
    }

    private static DemoShare share(
            int weight, String category, int ageFrom, int ageBelow, List<DemoRight> rights, DemoFact... facts) {
        return new DemoShare(weight, category, ageFrom, ageBelow, null, rights, Arrays.asList(facts));
    }

    private static DemoShare mother(int weight, String category, DemoFact... facts) {
        return new DemoShare(weight, category, 22, 52, Sex.FEMALE, List.of(own(category)), Arrays.asList(facts));
    }

    private static DemoRight own(String benefit) {
        return new DemoRight(benefit, PayeeRole.SELF);
    }

    private static DemoRight care(String benefit) {
        return new DemoRight(benefit, PayeeRole.CAREGIVER);
    }
}
