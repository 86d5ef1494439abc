package vn.ansinh.core.access;

/** Statements that lay one row of everything about one person, paid in one commune by one program, into the tables. */
public final class PlacedRows {

    /** A rule and months for all of them. */
    public static final String LAW = """
            insert into ansinh.policy_version (pack, version, program, source, digest) values ('goi', 1, 'a', '', '');
            insert into ansinh.payroll_rule (id, pack, version, benefit, rate, rate_name, base, base_value, base_label,
                base_clause, base_provisional, coefficient, base_pack, base_version, coefficient_provisional)
            overriding system value
            values (1, 'goi', 1, 'x', 'm', 'm', 100, 'v', 'v', 'k', false, 1, 'goi', 1, false);
            select ansinh.payroll_partition('2026-09-01'), ansinh.payroll_partition('2026-10-01');
            select ansinh.payment_partition('2026-10-01');
            insert into ansinh.account (name, full_name, password_hash, password_changed_at, permissions, created_by)
            values ('lan', 'Lan', 'x', now(), '{*}', 'r')""";

    private static final String ROWS = """
            insert into ansinh.person (id, full_name, search_name, sort_key, birth_date, birth_year_only, sex, unit_id)
            overriding system value
            values (:n, 'Nguyễn Văn :n', ' nguyen van :n ', ':n', '1950-01-01', false, 'MALE', :unit);
            insert into ansinh.fact (subject_kind, subject_id, key, value, valid_from, source, recorded_by)
            values ('PERSON', :n, 'k', 'v', '2020-01-01', 's', 'r');
            insert into ansinh.entitlement (id, person_id, program, benefit, unit_id, from_month, payment_method,
                account_number, payee_role)
            overriding system value values (:n, :n, ':program', 'x', :unit, '2026-01-01', 'TK', '1', 'SELF');
            insert into ansinh.entitlement_event (entitlement_id, kind, effective_month, recorded_by)
            values (:n, 'OPEN', '2026-01-01', 'r');
            insert into ansinh.entitlement_pause (entitlement_id, from_month, reason, recorded_by)
            values (:n, '2026-12-01', 'r', 'r');
            insert into ansinh.payroll_commune (program, unit_id) values (':program', :unit);
            insert into ansinh.payroll_run (id, program, month, unit_id, as_of, started_at, account)
            overriding system value values (:n, ':program', '2026-10-01', :unit, '2026-10-01', now(), 'r');
            insert into ansinh.payroll (id, program, month, unit_id, state, run_id, run_count, people, lines, total, arrears,
                drafted_at)
            overriding system value
            select id, ':program', month, :unit, 'DRAFT', :n, 1, 1, 1, 100, 0, now()
            from (values (:n, date '2026-10-01'), (10 + :n, date '2026-09-01')) list (id, month);
            insert into ansinh.payroll_line (month, payroll_id, entitlement_id, person_id, period, rule_id, multiple, due,
                paid_before, amount, payment_method, payee_role)
            select month, id, :n, :n, month, 1, 1, 100, 0, 100, 'TM', 'SELF' from ansinh.payroll where run_id = :n;
            insert into ansinh.payroll_notice (payroll_id, person_id, benefit, period, reason)
            values (:n, :n, 'x', '2026-10-01', 'r');
            insert into ansinh.payroll_excess (payroll_id, entitlement_id, person_id, period, amount, reason)
            values (:n, :n, :n, '2026-08-01', 1, 'r');
            update ansinh.payroll set state = 'CLOSED', closed_by = 'r', closed_at = now() where id = 10 + :n;
            update ansinh.payroll_commune set closed_through = '2026-09-01' where (program, unit_id) = (':program', :unit);
            select ansinh.payroll_annul(10 + :n, 'nhầm', 'r');
            update ansinh.payroll set state = 'CLOSED', closed_by = 'r', closed_at = now() where id = :n;
            update ansinh.payroll_commune set closed_through = '2026-10-01' where (program, unit_id) = (':program', :unit);
            insert into ansinh.payroll_cancellation (month, line_id, entitlement_id, person_id, period, amount, reason,
                payroll_id, recorded_by)
            select month, id, :n, :n, period, 1, 'r', :n, 'r' from ansinh.payroll_line where payroll_id = :n;
            insert into ansinh.receivable_decision (id, program, person_id, unit_id, number, date, debtor, amount, decided_by)
            overriding system value values (:n, ':program', :n, :unit, '1', '2026-10-01', 'r', 5, 'r');
            insert into ansinh.receivable_instalment (decision_id, ord, due, amount) values (:n, 1, '2026-12-01', 5);
            insert into ansinh.receivable_receipt (decision_id, day, amount, document, recorded_by)
            values (:n, '2026-10-01', 1, '1', 'r');
            insert into ansinh.receivable (program, entitlement_id, person_id, unit_id, period, amount, state, reason,
                collected_by, changed_by)
            values (':program', :n, :n, :unit, '2026-08-01', 5, 'PROPOSED', 'r', 'r', 'r');
            insert into ansinh.payment_order (id, number, program, unit_id, method, month, last_month, state, send_by,
                results_by, created_by, created_at)
            overriding system value
            values (:n, ':n', ':program', :unit, 'TM', '2026-10-01', '2026-10-01', 'DRAFT', '2026-10-05', '2026-10-25', 'r', now());
            insert into ansinh.payment_item (month, order_id, item, person_id, unit_id, name, amount, retried)
            values ('2026-10-01', :n, 1, :n, :unit, 'Nguyễn Văn :n', 99, 0);
            insert into ansinh.payment_order_payroll (order_id, payroll_id, lines, amount) values (:n, :n, 1, 99);
            insert into ansinh.payment_item_line (month, line_id, attempt, order_id, item, amount)
            select month, id, 1, :n, 1, 99 from ansinh.payroll_line where payroll_id = :n;
            insert into ansinh.payment_result_former (order_id, item, state, replaced_by, replaced_at)
            values (:n, 1, 'WAITING', 'r', now());
            insert into ansinh.job (type, title, state, parameters, account, submitted_at)
            values ('t', 't', 'DONE', '{}', case :n when 1 then 'can.bo' else 'khac' end, now());
            insert into ansinh.notice (id, kind, title, body, search, unit_id, program, issuer, pinned, from_day, law_number,
                law_authority, law_issued, law_from, published_by, published_at, told_at)
            overriding system value
            select id, 'LAW', 't', '', 't', :unit, ':program', 'i', false, '2026-10-01', 's', 'a', '2026-01-01', '2026-01-01',
                'r', now(), now() from (values (:n), (10 + :n)) list (id);
            insert into ansinh.notice_replacement (notice_id, replaced_id) values (:n, 10 + :n);
            insert into ansinh.notice_file (notice_id, name, media_type, sha256, size, content, added_by, added_at)
            values (:n, 'a.png', 'image/png', repeat('0', 64), 1, 'x', 'r', now());
            insert into ansinh.notice_read (notice_id, account, read_at)
            values (:n, case :n when 1 then 'can.bo' else 'khac' end, now());
            insert into ansinh.question (id, kind, title, body, search, unit_id, program, asked_by, asked_name, asked_at, state,
                waits_since, due)
            overriding system value
            values (:n, 'QUESTION', 't', 'b', 't', :unit, ':program', 'r', 'r', now(), 'WAITING', '2026-10-01', '2026-10-08');
            insert into ansinh.question_message (question_id, kind, body, by, by_name, at)
            values (:n, 'REPLY', 'b', 'r', 'r', now());
            insert into ansinh.report_closing (id, report, title, version, program, permission, unit_id, cadence, period, turn,
                state, revision, groups, as_of, drafted_by, drafted_name, drafted_at)
            overriding system value
            select id, ':program.r', 't', '1', ':program', 'p', :unit, 'MONTH', month, 1, 'DRAFT', 1, '{}', now(), 'r', 'r', now()
            from (values (:n, date '2026-10-01'), (10 + :n, date '2026-09-01')) list (id, month);
            insert into ansinh.report_closing_column (closing_id, ord, name, title, type, width, total)
            values (:n, 0, 'a', 'A', 'NUMBER', 5, true);
            insert into ansinh.report_closing_row (closing_id, ord, kind, computed) values (:n, 0, 'DETAIL', '{n1}');
            insert into ansinh.report_closing_correction (closing_id, row_key, column_name, corrected, reason, account, full_name, at)
            values (:n, '', 'a', 2, 'r', 'r', 'r', now());
            insert into ansinh.report_closing_file (closing_id, format, sha256, content) values (:n, 'PDF', repeat('0', 64), 'x');
            insert into ansinh.report_closing_part (closing_id, part_id) values (:n, 10 + :n);
            insert into ansinh.bulk_decision (id, kind, program, unit_id, state, reason, month, drafted_by, drafted_at)
            overriding system value values (:n, 'END', ':program', :unit, 'DRAFT', 'G03', '2026-10-01', 'r', now());
            insert into ansinh.bulk_row (decision_id, no, state, person_id, entitlement_id) values (:n, 1, 'READY', :n, :n);
            insert into ansinh.review_mark (program, kind, person_id, entitlement_id, due, note, marked_by)
            values (':program', 'k', :n, :n, '2026-10-01', 'r', 'r');
            update ansinh.report_closing set state = 'SENT', sent_by = 'r', sent_name = 'r', sent_at = now(),
                sha256 = repeat('0', 64) where id in (:n, 10 + :n);
            insert into ansinh.document_content (sha256, size, content, state, stored_at)
            values (repeat(':n', 64), 1, 'x', 'UNSCANNED', now());
            insert into ansinh.document (name, media_type, size, sha256, held, owner_kind, owner_id, unit_id, program, sensitive,
                added_by, added_at)
            values ('a.pdf', 'application/pdf', 1, repeat(':n', 64), repeat(':n', 64), 'case', :n, :unit, ':program', false, 'r', now());
            insert into ansinh.document_register (id, agency_id, unit_id, kind, year, last)
            overriding system value values (:n, 0, :unit, 'k:n', 2026, 1);
            insert into ansinh.document_number (register_id, number, text, day, owner_kind, owner_id, about, taken_by, taken_at)
            values (:n, 1, '01/QĐ', '2026-10-01', 'case', :n, 'r', 'r', now());
            insert into ansinh.document_notation (agency_id, unit_id, kind, notation, set_by, set_at)
            values (0, :unit, 'k:n', '{so}', 'r', now());
            insert into ansinh.paper_template (code, unit_id, version, content, sha256, added_by, added_at, why)
            values ('k:n', :unit, 1, 'x', '', 'r', now(), 'r');
            insert into ansinh.case_file (id, number, procedure, version, program, effect, person_id, person_name, unit_id,
                holder_unit_id, state, step, step_kind, sensitive, received_on, since, provisional, missing, papers, paper_place,
                applicant_name, applicant_phone, entitlements, created_by)
            overriding system value
            values (:n, ':n', ':program.t', '1', ':program', 'OPEN', :n, 'Nguyễn Văn :n', :unit, :unit, 'OPEN', 's', 'REVIEW', false,
                '2026-10-01', '2026-10-01', false, '{}', '{}', '', 'a', '', '{}', 'r');
            insert into ansinh.case_step (case_id, ord, step, kind) values (:n, 0, 's', 'REVIEW');
            insert into ansinh.case_stop (case_id, from_day, missing) values (:n, '2026-10-01', 'm');
            insert into ansinh.case_answer (case_id, key, ord, value) values (:n, 'k', 0, 'v');
            insert into ansinh.case_paper (case_id, document_id, code, name, produced, sensitive) values (:n, :n, 'c', 'n', false, false);
            insert into ansinh.case_draft (case_id, outcome, from_chosen, amount, words, reason, conflicts_seen, drafter)
            values (:n, 'GRANT', false, 1, '', '', false, 'r');
            insert into ansinh.case_complaint (case_id, complainant, said, day) values (:n, 'c', 's', '2026-10-01');
            insert into ansinh.case_event (case_id, kind, day, step, account, full_name, note, paper)
            values (:n, 'RECEIVED', '2026-10-01', 's', 'r', 'R', '', 0);
            insert into ansinh.board_transfer (program, month, from_unit_id, unit_id, benefit, rights, before, due, changed,
                changed_by)
            values (':program', '2026-10-01', 4, :unit, 'x', 1, 100, 100, 0, 0);
            insert into ansinh.funding_estimate (id, program, unit_id, year, about, state, proposed_by, proposed_name, proposed_at)
            overriding system value values (:n, ':program', :unit, 2026, '', 'PROPOSED', 'r', 'r', now());
            insert into ansinh.funding_estimate_line (estimate_id, no, fund, asked, basis) values (:n, 1, 'F', 1, '');
            insert into ansinh.funding_decision (id, program, kind, unit_id, year, number, day, about, state, proposed_by,
                proposed_name, proposed_at)
            overriding system value values (:n, ':program', 'GIVE', 1, 2026, ':n', '2026-10-01', '', 'PROPOSED', 'r', 'r', now());
            insert into ansinh.funding_line (decision_id, no, program, giver_id, unit_id, fund, amount)
            values (:n, 1, ':program', 1, :unit, 'F', 1);
            insert into ansinh.funding_submission (payroll_id, run_id, program, unit_id, month, people, lines, total, note, state,
                proposed_by, proposed_name, proposed_at)
            values (:n, :n, ':program', :unit, '2026-10-01', 1, 1, 100, '', 'PROPOSED', 'r', 'r', now());
            insert into ansinh.funding_fee (id, program, unit_id, method, fixed, step, fund, from_month, basis, set_by, set_at)
            overriding system value values (:n, ':program', :unit, '', 1, 1, 'F', '2026-10-01', 'b', 'r', now());
            insert into ansinh.funding_charge (order_id, fee_id, program, unit_id, year, month, fund, paid, payments, amount)
            values (:n, :n, ':program', :unit, 2026, '2026-10-01', 'F', 1, 1, 1);
            insert into ansinh.funding_agent_return (order_id, program, unit_id, year, fund, bearer_id, day, voucher_kind,
                voucher_number, amount, note, recorded_by, recorded_at)
            values (:n, ':program', :unit, 2026, 'F', :unit, '2026-10-01', 'V', '1', 1, '', 'r', now());
            insert into ansinh.funding_settlement (id, program, unit_id, year, through_month, state, as_of, drafted_by,
                drafted_name, drafted_at)
            overriding system value values (:n, ':program', :unit, 2026, '2026-10-01', 'DRAFT', now(), 'r', 'r', now());
            insert into ansinh.funding_settlement_row values (:n, 'F', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)""";

    private PlacedRows() {}

    /** @param n of the person and whatever else has a number */
    public static String of(int n, long unit, String program) {
        return ROWS.replace(":n", Integer.toString(n))
                .replace(":unit", Long.toString(unit))
                .replace(":program", program);
    }
}
