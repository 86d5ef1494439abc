package vn.ansinh.api.benefit;

import java.time.LocalDate;

/**
 * The paper by which something about a right changes.
 *
 * @param number of the decision, for instance {@code 45/QĐ-UBND}
 * @param date day it was signed
 * @param reason code of list {@code ly-do-tang-giam}
 */
public record Decision(String number, LocalDate date, String reason) {}
