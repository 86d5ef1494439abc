package vn.ansinh.core.report.query;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import vn.ansinh.api.problem.Problem;

/**
 * What the database says against a query, in words for its author. Names are told, values never: a message about a value could show
 * what the query itself may not.
 */
final class SqlRefusal {

    private static final String CODE = "AS-REPORT-QUERY";

    /** The driver's setting for how much is fetched at a time: named in its complaint, which has the state of a broken connection. */
    private static final String ROWS_IN_MEMORY = "maxResultBuffer";

    private SqlRefusal() {}

    /** Why a query cannot run; {@code null} when the failure is none of the query's: a cancelled statement, a server that is away. */
    static Problem of(SQLException failure, QuerySql query) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state.length() == 5 ? state.substring(0, 2) : "") {
            case "42" -> invalid(spoken(failure, state, query), failure);
            case "25" -> invalid("Báo cáo chỉ được đọc, không được ghi gì vào cơ sở dữ liệu.", failure);
            case "22", "21" ->
                invalid(
                        "Truy vấn gặp một giá trị không tính được (mã " + state
                                + "): chia cho 0, đổi kiểu không được, quá lớn, hoặc một câu select con trả về nhiều dòng. Hãy"
                                + " lọc hoặc dùng case … end trước khi tính.",
                        failure);
            case "53", "54" -> tooLarge("Truy vấn cần quá nhiều chỗ làm việc của máy chủ (mã " + state + ").", failure);
            case "08" ->
                String.valueOf(failure.getMessage()).contains(ROWS_IN_MEMORY)
                        ? tooLarge("Các dòng hoặc ô của truy vấn quá dài.", failure)
                        : null;
            case "57" -> null;
            default -> invalid("Truy vấn không chạy được (mã " + state + ").", failure);
        };
    }

    private static Problem tooLarge(String message, SQLException failure) {
        return new Problem(
                Problem.Kind.TOO_LARGE, "AS-REPORT-TOO-LARGE", message + " Hãy chọn đơn vị hoặc kỳ hẹp hơn.", failure);
    }

    private static Problem invalid(String message, SQLException failure) {
        return new Problem(Problem.Kind.INVALID, CODE, message, failure);
    }

    private static String spoken(SQLException failure, String state, QuerySql query) {
        ServerErrorMessage told = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        String message = told == null || told.getMessage() == null ? "" : told.getMessage();
        String where =
                told == null || told.getPosition() < 1 ? "" : "dòng " + query.lineOfServer(told.getPosition()) + ": ";
        return switch (state) {
            case "42501" ->
                "Truy vấn dùng thứ mà báo cáo không được dùng (" + where + message
                        + "). Báo cáo chỉ đọc các khung nhìn của schema published; loại nhạy cảm thì phải khai nhay-cam: true.";
            case "42P01" -> "Không có bảng hay khung nhìn này (" + where + message + "). Báo cáo đọc schema published.";
            case "42703" -> "Không có cột này (" + where + message + ").";
            case "42883" -> "Không có hàm hoặc phép tính này với kiểu đã dùng (" + where + message + ").";
            default -> "Truy vấn viết chưa đúng (" + where + message + ").";
        };
    }
}
