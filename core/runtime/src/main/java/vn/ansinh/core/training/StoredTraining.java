package vn.ansinh.core.training;

import java.io.PrintStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.api.training.Training;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.sql.Change;
import vn.ansinh.core.sql.Rows;

/**
 * {@link Training} as the database says. On the very first start {@code ANSINH_TRAINING} decides; from then on the row does,
 * which no login of the application can change. Whoever starts a real installation for training is refused: they would take
 * its people for invented ones.
 */
public final class StoredTraining implements Training {

    /** Says at birth what the installation is for. */
    public static final String VARIABLE = "ANSINH_TRAINING";

    private static final Logger LOG = LoggerFactory.getLogger(StoredTraining.class);

    private final Transactions everywhere;
    private final boolean wished;
    private final PrintStream console;
    private volatile boolean active;

    public StoredTraining(Transactions everywhere) {
        this(everywhere, Boolean.parseBoolean(System.getenv(VARIABLE)), System.err);
    }

    StoredTraining(Transactions everywhere, boolean wished, PrintStream console) {
        this.everywhere = everywhere;
        this.wished = wished;
        this.console = console;
    }

    /** Called by Blueprint before anybody can sign in. @throws Problem CONFLICT for training on a real installation */
    public void init() {
        active = everywhere.call(connection -> {
            Change.of(
                    connection,
                    "insert into ansinh.installation (training) values (?) on conflict do nothing",
                    insert -> insert.setBoolean(1, wished));
            List<Boolean> kept = Rows.list(
                    connection, "select training from ansinh.installation", select -> {}, row -> row.getBoolean(1));
            return kept.get(0);
        });
        if (wished && !active) {
            Problem refused = Problem.conflict(
                    "AS-TRAINING-REAL",
                    "Thư mục dữ liệu này là của hệ thống thật nên không mở làm bản tập huấn được. Hãy bỏ " + VARIABLE
                            + ", hoặc đặt ANSINH_DATA sang một thư mục trống để tạo bản tập huấn mới.");
            console.println("AN SINH: " + refused.getMessage());
            throw refused;
        }
        if (active) {
            LOG.info("This installation is for training: its people are invented, nothing is sent");
        }
    }

    @Override
    public boolean active() {
        return active;
    }
}
