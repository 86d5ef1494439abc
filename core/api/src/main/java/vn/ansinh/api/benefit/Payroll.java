package vn.ansinh.api.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The payment list (danh sách chi trả) of one commune, program and month.
 *
 * @param runId the run that wrote its lines; closing names it, so that what is closed is what was reviewed
 * @param runCount how often it was drafted
 * @param asOf day on which law and facts were read
 * @param people persons on it
 * @param lines lines on it
 * @param total đồng
 * @param arrears đồng, the part of {@code total} that is for earlier months
 * @param provisional whether a value nobody has confirmed went into it
 * @param closedBy account, {@code null} while a draft
 */
public record Payroll(
        long id,
        String program,
        YearMonth month,
        long unitId,
        PayrollState state,
        long runId,
        int runCount,
        LocalDate asOf,
        int people,
        int lines,
        long total,
        long arrears,
        boolean provisional,
        Instant draftedAt,
        String closedBy,
        Instant closedAt) {}
