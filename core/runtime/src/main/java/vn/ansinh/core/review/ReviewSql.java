package vn.ansinh.core.review;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.core.identity.PersonScope;
import vn.ansinh.core.review.ReviewRule.Who;

/**
 * The statement that finds the people of one kind in a span of days; whatever the kind, its columns are {@link #COLUMNS}. It
 * begins with the scope's rights, or people, so that a commune's list costs what a commune has.
 */
final class ReviewSql {

    /** Of the inner statement. */
    static final String COLUMNS =
            "entitlement_id, person_id, full_name, birth_date, birth_year_only, unit_id, benefit, due,"
                    + " months, fact, value, since";

    private static final String PERSON = "p.id as person_id, p.full_name, p.birth_date, p.birth_year_only, p.sort_key";
    private static final String RIGHT = "select e.id as entitlement_id, " + PERSON + ", e.unit_id, e.benefit, ";
    private static final String NO_RIGHT =
            "select 0::bigint as entitlement_id, " + PERSON + ", p.unit_id, null::text as benefit, ";

    private static final String NOTHING_SAID = ", null::text as fact, null::text as value";

    /** Months before the span's last in which payments are looked at. */
    private static final int LOOK_BACK = 12;

    private final ReviewRule rule;
    private final PersonScope scope;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();

    /** Binds something from a position on; returns the position after it. */
    private interface Part {
        int bind(PreparedStatement statement, int position) throws SQLException;
    }

    private ReviewSql(ReviewRule rule, PersonScope scope, LocalDate from, LocalDate to) {
        this.rule = rule;
        this.scope = scope;
        this.from = from;
        this.to = to;
    }

    /** The column that a scope for {@code rule} has to stand on. */
    static String scopeColumn(ReviewRule rule) {
        return rule.who() == Who.HOLDING ? "e.unit_id" : "p.unit_id";
    }

    /** @param scope on {@link #scopeColumn} */
    static ReviewSql of(ReviewRule rule, PersonScope scope, LocalDate from, LocalDate to) {
        ReviewSql made = new ReviewSql(rule, scope, from, to);
        switch (rule.look()) {
            case AGE -> made.age();
            case CHILD_AGE -> made.childAge();
            case EXPIRY -> made.expiry();
            case LASTING -> made.lasting();
            case NOT_COLLECTED -> made.notCollected();
            case DECEASED -> made.deceased();
        }
        return made;
    }

    String sql() {
        return sql.toString();
    }

    int bind(PreparedStatement statement, int first) throws SQLException {
        int position = first;
        for (Part part : parts) {
            position = part.bind(statement, position);
        }
        return position;
    }

    private ReviewSql add(String text) {
        sql.append(text);
        return this;
    }

    private ReviewSql date(LocalDate day) {
        parts.add((statement, position) -> {
            statement.setObject(position, day);
            return position + 1;
        });
        return add("?::date");
    }

    private ReviewSql array(String type, List<?> values) {
        parts.add((statement, position) -> {
            statement.setArray(position, statement.getConnection().createArrayOf(type, values.toArray()));
            return position + 1;
        });
        return add("?::" + type + "[]");
    }

    private ReviewSql number(int number) {
        parts.add((statement, position) -> {
            statement.setInt(position, number);
            return position + 1;
        });
        return add("?");
    }

    private ReviewSql within() {
        parts.add(scope::bind);
        return add(scope.sql());
    }

    private ReviewSql program() {
        parts.add((statement, position) -> {
            statement.setString(position, rule.kind().program());
            return position + 1;
        });
        return add("?");
    }

    /** Rights of the scope and program and of the benefits in question, with their people. */
    private ReviewSql rights() {
        add(" from ansinh.entitlement e join ansinh.person p on p.id = e.person_id");
        return this;
    }

    private ReviewSql ofScope() {
        add(" where ").within().add(" and e.program = ").program();
        if (!rule.benefits().isEmpty()) {
            add(" and e.benefit = any(").array("text", rule.benefits()).add(")");
        }
        return this;
    }

    /** A right that is to end with the month of {@code due}, or before, has been taken care of. */
    private ReviewSql runsBeyond(String due) {
        return add(" and (e.to_month is null or e.to_month > date_trunc('month', " + due + ")::date)")
                .add(" and e.from_month <= " + due);
    }

    private ReviewSql inSpan(String due) {
        return add(" and " + due + " between ").date(from).add(" and ").date(to);
    }

    private void age() {
        String due = "(p.birth_date + make_interval(months => a.months))::date";
        String said = due + " as due, a.months" + NOTHING_SAID + ", p.birth_date as since";
        boolean holding = rule.who() == Who.HOLDING;
        add(holding ? RIGHT : NO_RIGHT).add(said);
        if (holding) {
            rights();
        } else {
            add(" from ansinh.person p");
        }
        add(" cross join unnest(").array("integer", rule.months()).add(") a (months)");
        if (holding) {
            ofScope().runsBeyond(due).add(" and p.deceased_on is null");
        } else {
            add(" where ")
                    .within()
                    .add(" and p.deleted_at is null and p.deceased_on is null and not exists (")
                    .add("select from ansinh.entitlement h where h.person_id = p.id and h.to_month is null")
                    .add(" and h.program = ")
                    .program()
                    .add(")");
        }
        // the index knows birthdays, not ages; a birthday of 29 February is a day off
        add(" and p.birth_date between ")
                .date(from)
                .add(" - make_interval(months => a.months) - interval '1 day' and ")
                .date(to)
                .add(" - make_interval(months => a.months) + interval '1 day'");
        inSpan(due);
    }

    private void childAge() {
        String due = "(left(f.value, 10)::date + make_interval(months => a.months))::date";
        add(RIGHT).add(due + " as due, a.months, f.key as fact, f.value, f.valid_from as since");
        rights().facts()
                .add(" cross join unnest(")
                .array("integer", rule.months())
                .add(") a (months)");
        ofScope()
                .runsBeyond(due)
                .add(" and p.deceased_on is null and f.valid_from <= " + due)
                .add(" and (f.valid_to is null or f.valid_to >= " + due + ")");
        inSpan(due);
    }

    private ReviewSql facts() {
        return add(" join ansinh.fact f on f.subject_kind = 'PERSON' and f.subject_id = p.id and f.retracted_at is null"
                        + " and f.key = any(")
                .array("text", rule.facts())
                .add(")");
    }

    private void expiry() {
        add(RIGHT).add("f.valid_to as due, 0 as months, f.key as fact, f.value, f.valid_from as since");
        rights().facts()
                .ofScope()
                .runsBeyond("f.valid_to")
                .add(" and p.deceased_on is null")
                .inSpan("f.valid_to");
        add(" and not exists (select from ansinh.fact n where n.subject_kind = 'PERSON' and n.subject_id = p.id"
                + " and n.key = f.key and n.retracted_at is null and n.id <> f.id and n.valid_from <= f.valid_to"
                + " and (n.valid_to is null or n.valid_to > f.valid_to))");
    }

    private void lasting() {
        String due = "(f.valid_from + make_interval(months => a.months))::date";
        boolean holding = rule.who() == Who.HOLDING;
        add(holding ? RIGHT : NO_RIGHT).add(due + " as due, a.months, f.key as fact, f.value, f.valid_from as since");
        if (holding) {
            rights();
        } else {
            add(" from ansinh.person p");
        }
        facts().add(" cross join unnest(").array("integer", rule.months()).add(") a (months)");
        if (holding) {
            ofScope().runsBeyond(due);
        } else {
            add(" where ").within().add(" and p.deleted_at is null");
        }
        add(" and p.deceased_on is null and (f.valid_to is null or f.valid_to > " + due + ")");
        inSpan(due);
    }

    /** Months of lists whose money all came back, since the last that did not, of rights that are not suspended already. */
    private void notCollected() {
        LocalDate first = to.withDayOfMonth(1).minusMonths(LOOK_BACK);
        add(RIGHT)
                .add("(m.missed[")
                .number(months())
                .add("] + interval '1 month - 1 day')::date as due, ")
                .number(months())
                .add(" as months" + NOTHING_SAID + ", m.missed[1] as since from (select s.entitlement_id,"
                        + " array_agg(s.month order by s.month) as missed from (select c.entitlement_id, l.month,"
                        + " bool_and(y.state = 'UNPAID') as missed, max(case when bool_or(y.state = 'PAID') then l.month end)"
                        + " over (partition by c.entitlement_id) as taken from (");
        unpaidRights(first);
        add(") c join ansinh.payroll_line l on l.entitlement_id = c.entitlement_id and l.month between ")
                .date(first)
                .add(" and ")
                .date(to)
                .add(" join ansinh.payment_line y on y.month = l.month and y.line_id = l.id group by c.entitlement_id,"
                        + " l.month) s where s.missed and (s.taken is null or s.month > s.taken)"
                        + " group by s.entitlement_id having count(*) >= ")
                .number(months())
                .add(") m join ansinh.entitlement e on e.id = m.entitlement_id"
                        + " join ansinh.person p on p.id = e.person_id");
        ofScope()
                .add(
                        " and e.to_month is null and p.deceased_on is null and not exists (select from"
                                + " ansinh.entitlement_pause u where u.entitlement_id = e.id and u.to_month is null and not u.paid_back)");
    }

    private int months() {
        return rule.months().get(0);
    }

    /** Rights of people with as many months of payments that came back as the rule asks: few, so that only theirs are looked at. */
    private void unpaidRights(LocalDate first) {
        add("select e.id as entitlement_id from (select t.person_id from ansinh.payment_item t"
                        + " join ansinh.payment_order o on o.id = t.order_id and o.month = t.month and o.program = ")
                .program()
                .add(" where t.state = 'UNPAID' and t.month between ")
                .date(first)
                .add(" and ")
                .date(to)
                .add(" group by t.person_id having count(distinct t.month) >= ")
                .number(months())
                .add(") w join ansinh.entitlement e on e.person_id = w.person_id");
        ofScope();
    }

    private void deceased() {
        add(RIGHT).add("p.deceased_on as due, 0 as months" + NOTHING_SAID + ", p.deceased_on as since");
        rights().ofScope()
                .runsBeyond("p.deceased_on")
                .add(" and p.deceased_on <= ")
                .date(to);
    }
}
