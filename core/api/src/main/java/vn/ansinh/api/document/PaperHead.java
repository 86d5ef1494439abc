package vn.ansinh.api.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What every paper says of who makes it.
 *
 * @param unitId unit whose template is taken: its own, else that of the nearest unit above, else the platform's
 * @param agencyAbove may be {@code null}
 * @param agency who makes it, for instance {@code Ủy ban nhân dân xã Thạch Hà}
 * @param number as it stands on the paper, {@code 45/QĐ-UBND}; {@code null} before it is signed: room is left for it
 * @param place for the line of place and date
 * @param date {@code null} before it is signed: room is left for it
 * @param signing what stands above the name
 * @param recipients {@code Nơi nhận}, one a line; empty for a paper without
 */
public record PaperHead(
        long unitId,
        String agencyAbove,
        String agency,
        String number,
        String place,
        LocalDate date,
        Signing signing,
        List<String> recipients) {

    public PaperHead {
        recipients = List.copyOf(recipients);
    }

    /**
     * Who signs.
     *
     * @param authority {@code TM. ỦY BAN NHÂN DÂN}, {@code KT. CHỦ TỊCH}; {@code null} for none
     * @param title {@code CHỦ TỊCH}
     * @param name {@code null} while it is open
     */
    public record Signing(String authority, String title, String name) {}
}
