package vn.ansinh.core.casework;

import java.util.HashSet;
import java.util.Set;
import vn.ansinh.api.document.DocumentOwners;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Rows;

/** Documents of cases stay as long as their cases do. */
public final class CaseOwners implements DocumentOwners {

    private final Transactions everywhere;

    public CaseOwners(Transactions everywhere) {
        this.everywhere = everywhere;
    }

    @Override
    public String kind() {
        return CasePapers.OWNER;
    }

    @Override
    public Set<Long> present(Set<Long> ids) {
        return everywhere.call(connection -> new HashSet<>(Rows.list(
                connection,
                "select id from ansinh.case_file where id = any(?)",
                select -> select.setArray(1, connection.createArrayOf("bigint", ids.toArray())),
                row -> row.getLong(1))));
    }
}
