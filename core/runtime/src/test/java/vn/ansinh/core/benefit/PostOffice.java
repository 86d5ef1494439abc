package vn.ansinh.core.benefit;

import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.testkit.TestDatabase;

/** Orders the lines of closed lists, one payment per line, and brings results, straight into the tables of payments. */
final class PostOffice {

    private final TestDatabase database;
    private final String program;
    private final Map<Long, Long> orders = new TreeMap<>();

    PostOffice(TestDatabase database, String program) {
        this.database = database;
        this.program = program;
    }

    /** Takes what is in no order yet of a commune's list into an order that leaves at once. @return the order */
    long send(long commune, String month) {
        return database.transactions().call(connection -> {
            try (var statement = connection.createStatement()) {
                String cycle = month + "-01";
                statement.execute("select ansinh.payment_partition('" + cycle + "')");
                long order;
                try (var row =
                        statement.executeQuery("insert into ansinh.payment_order (number, program, unit_id, method,"
                                + " month, last_month, state, send_by, results_by, created_by, created_at) values ('T-"
                                + orders.size() + "-" + commune + "', '" + program + "', " + commune + ", 'TM-DCT', '"
                                + cycle
                                + "', '" + cycle
                                + "', 'DRAFT', '" + cycle + "', '" + cycle + "', 'lam', now()) returning id")) {
                    row.next();
                    order = row.getLong(1);
                }
                orders.put(order, commune);
                statement.execute(
                        "create temp table going on commit drop as select l.month, l.id as line_id, l.person_id,"
                                + " l.payroll_id, l.amount - coalesce((select sum(c.amount) from ansinh.payroll_cancellation c"
                                + " where c.month = l.month and c.line_id = l.id and not c.annulled), 0) as amount,"
                                + " row_number() over (order by l.id) as item"
                                + " from ansinh.payroll y join ansinh.payroll_line l on l.payroll_id = y.id and l.month = y.month"
                                + " where y.program = '" + program + "' and y.unit_id = " + commune + " and y.month = '"
                                + cycle
                                + "' and y.state = 'CLOSED'"
                                + " and not exists (select from ansinh.payment_item_line i where i.month = l.month"
                                + " and i.line_id = l.id)");
                statement.execute("delete from going where amount = 0");
                statement.execute(
                        "insert into ansinh.payment_item (month, order_id, item, person_id, unit_id, name, amount,"
                                + " retried) select '" + cycle + "', " + order + ", item, person_id, " + commune
                                + ", 'Tên', amount, 0 from going");
                statement.execute(
                        "insert into ansinh.payment_item_line (month, line_id, attempt, order_id, item, amount)"
                                + " select month, line_id, 1, " + order + ", item, amount from going");
                statement.execute(
                        "insert into ansinh.payment_order_payroll (order_id, payroll_id, lines, amount) select " + order
                                + ", payroll_id, count(*), sum(amount) from going group by payroll_id");
                statement.execute("update ansinh.payment_order set items = (select count(*) from going),"
                        + " closed = (select coalesce(sum(amount), 0) from going) where id = " + order);
                statement.execute("update ansinh.payment_order set state = 'SENT', sent_by = 'mai', sent_at = now()"
                        + " where id = " + order);
                return order;
            }
        });
    }

    /** Everything of an order was collected. */
    void collected(long order) {
        result(order, "state = 'PAID'", "true");
    }

    /** The payments of an order that fulfil a condition came back; the others were collected. */
    void cameBack(long order, String condition) {
        result(order, "state = 'UNPAID', reason = 'NOT_COME'", condition);
        result(order, "state = 'PAID'", "not (" + condition + ")");
    }

    private void result(long order, String set, String condition) {
        database.transactions().run(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("update ansinh.payment_item set " + set
                        + ", day = '2026-11-20', recorded_by = 'mai', recorded_at = now() where order_id = " + order
                        + " and state = 'WAITING' and (" + condition + ")");
            }
        });
    }
}
