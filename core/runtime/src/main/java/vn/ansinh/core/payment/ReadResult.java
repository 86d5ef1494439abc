package vn.ansinh.core.payment;

import java.time.LocalDate;

/**
 * A result on its way in.
 *
 * @param row where it stands in what was handed in, for the message
 * @param item number within the order
 * @param reason code, {@code null} when paid
 * @param amount đồng as told, or {@code null} when not told
 */
record ReadResult(int row, int item, boolean paid, String reason, LocalDate day, String collectedBy, Long amount) {}
