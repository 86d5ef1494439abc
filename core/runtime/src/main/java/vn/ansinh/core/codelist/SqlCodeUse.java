package vn.ansinh.core.codelist;

import vn.ansinh.api.codelist.CodeUse;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** Counts rows of a table of the core that bear a code. */
public final class SqlCodeUse implements CodeUse {

    private final Transactions everywhere;
    private final String list;
    private final String what;
    private final String source;

    /** @param source of the rows behind {@code from}, with one parameter for the code */
    public SqlCodeUse(Transactions everywhere, String list, String what, String source) {
        this.everywhere = everywhere;
        this.list = list;
        this.what = what;
        this.source = source;
    }

    @Override
    public String list() {
        return list;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public long count(String code) {
        String sql = "select count(*) from (select from " + source + " limit " + (MANY + 1) + ") counted";
        return everywhere.call(connection -> Rows.list(
                        connection, sql, statement -> statement.setString(1, code), row -> row.getLong(1))
                .get(0));
    }
}
