package vn.ansinh.api.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.api.casework.CasePermissions;

/** The core's own permissions; programs declare theirs in {@link vn.ansinh.api.program.Program#permissions()}. */
public final class Permissions {

    public static final String UNIT_READ = "unit.read";
    public static final String UNIT_PROPOSE = "unit.propose";
    /** To put into force what somebody else proposed. */
    public static final String UNIT_ACTIVATE = "unit.activate";

    public static final String UNIT_TRANSFER = "unit.transfer";

    public static final String PERSON_READ = "person.read";
    public static final String PERSON_WRITE = "person.write";
    public static final String PERSON_RESTORE = "person.restore";
    public static final String PERSON_MERGE = "person.merge";
    /** To see numbers of papers and of bank accounts whole: {@link vn.ansinh.api.identity.NumberSight}. */
    public static final String PERSON_NUMBER = "person.number";
    /** Facts that reveal health, HIV or abuse. */
    public static final String FACT_SENSITIVE = "fact.sensitive";

    public static final String HOUSEHOLD_READ = "household.read";
    public static final String HOUSEHOLD_WRITE = "household.write";
    public static final String REGISTRY_READ = "registry.read";
    public static final String REGISTRY_VERIFY = "registry.verify";

    public static final String ENTITLEMENT_READ = "entitlement.read";
    public static final String ENTITLEMENT_WRITE = "entitlement.write";
    public static final String PAYROLL_READ = "payroll.read";
    public static final String PAYROLL_RUN = "payroll.run";
    public static final String PAYROLL_CLOSE = "payroll.close";
    /** To take a wrongly closed list back; held by the unit above, never by the commune itself. */
    public static final String PAYROLL_ANNUL = "payroll.annul";

    public static final String PAYMENT_READ = "payment.read";
    /** Makes payment orders; who sends them is somebody else. */
    public static final String PAYMENT_ORDER = "payment.order";

    public static final String PAYMENT_SEND = "payment.send";
    /** Records what became of payments, and settles orders. */
    public static final String PAYMENT_RESULT = "payment.result";

    public static final String FUNDING_READ = "funding.read";
    /** To ask for money, write decisions and send payrolls up; who decides is somebody else. */
    public static final String FUNDING_PROPOSE = "funding.propose";
    /** To decide what units below ask for, and to set how they keep their money. */
    public static final String FUNDING_APPROVE = "funding.approve";
    /** To draw up, send and, from above, accept accounts; to record what who pays out gave back. */
    public static final String FUNDING_SETTLE = "funding.settle";

    public static final String RECEIVABLE_READ = "receivable.read";
    /** To decide, give up and receive what is owed back. */
    public static final String RECEIVABLE_DECIDE = "receivable.decide";

    public static final String REVIEW_READ = "review.read";
    /** To say that a row of the review list needs nothing more. */
    public static final String REVIEW_HANDLE = "review.handle";

    public static final String BULK_READ = "bulk.read";
    /** To draft decisions about many; who signs them is somebody else. */
    public static final String BULK_DRAFT = "bulk.draft";

    public static final String BULK_SIGN = "bulk.sign";

    public static final String POLICY_READ = "policy.read";
    /** To bring a pack, or to propose that one ends. */
    public static final String POLICY_PROPOSE = "policy.propose";
    /** To put into force or end what somebody else proposed. */
    public static final String POLICY_ACTIVATE = "policy.activate";

    public static final String POLICY_CONFIRM = "policy.confirm";
    public static final String CODELIST_READ = "codelist.read";
    public static final String CODELIST_PROPOSE = "codelist.propose";
    public static final String CODELIST_APPROVE = "codelist.approve";

    public static final String NOTICE_READ = "notice.read";
    public static final String NOTICE_PUBLISH = "notice.publish";
    public static final String QUESTION_ASK = "question.ask";
    public static final String QUESTION_ANSWER = "question.answer";
    public static final String DEADLINE_READ = "deadline.read";
    public static final String DEADLINE_MANAGE = "deadline.manage";
    public static final String TRAINING_USE = "training.use";

    public static final String REPORT_READ = "report.read";
    /** Reports that reveal health, HIV or abuse. */
    public static final String REPORT_SENSITIVE = "report.sensitive";
    /** To correct and send the report of one's own unit. */
    public static final String REPORT_CLOSE = "report.close";
    /** To take up, or send back, what units below sent. */
    public static final String REPORT_RECEIVE = "report.receive";

    public static final String DOCUMENT_READ = "document.read";
    /** To keep files, take numbers of papers and cancel them. */
    public static final String DOCUMENT_WRITE = "document.write";
    /** To put one's own templates and notations of papers in the place of the platform's. */
    public static final String DOCUMENT_TEMPLATE = "document.template";

    public static final String JOB_READ = "job.read";
    public static final String JOB_CANCEL = "job.cancel";
    public static final String AGENCY_READ = "agency.read";
    public static final String AGENCY_MANAGE = "agency.manage";
    public static final String ACCOUNT_MANAGE = "account.manage";
    /** To make roles for one's own agency and those below. */
    public static final String ROLE_MANAGE = "role.manage";

    public static final String TOKEN_MANAGE = "token.manage";
    public static final String SESSION_MANAGE = "session.manage";
    public static final String AUDIT_READ = "audit.read";
    public static final String AUDIT_VERIFY = "audit.verify";
    public static final String PROGRAM_MANAGE = "program.manage";
    public static final String PROGRAM_TRUST = "program.trust";
    public static final String OPERATION_READ = "operation.read";
    public static final String OPERATION_BACKUP = "operation.backup";

    /** All that somebody holds whose password has to be changed first; nothing asks for it. */
    public static final String PASSWORD_FIRST = "password.first";

    private static final Map<String, String> LABELS = label();

    private Permissions() {}

    /** Vietnamese labels of the core's permissions, in the order in which to show them. */
    public static Map<String, String> labels() {
        return LABELS;
    }

    private static Map<String, String> label() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(UNIT_READ, "Xem đơn vị hành chính");
        labels.put(UNIT_PROPOSE, "Đề xuất thay đổi đơn vị hành chính theo nghị quyết");
        labels.put(UNIT_ACTIVATE, "Cho thay đổi đơn vị hành chính có hiệu lực");
        labels.put(UNIT_TRANSFER, "Chuyển người và hồ sơ sang đơn vị mới");
        labels.put(PERSON_READ, "Xem người dân");
        labels.put(PERSON_WRITE, "Thêm, sửa thông tin người dân");
        labels.put(PERSON_RESTORE, "Xóa và khôi phục hồ sơ người dân");
        labels.put(PERSON_MERGE, "Gộp hồ sơ trùng");
        labels.put(PERSON_NUMBER, "Xem đủ số định danh, số tài khoản");
        labels.put(FACT_SENSITIVE, "Xem thông tin nhạy cảm (sức khỏe, HIV, bạo lực)");
        labels.put(HOUSEHOLD_READ, "Xem hộ gia đình");
        labels.put(HOUSEHOLD_WRITE, "Lập, tách, gộp hộ gia đình");
        labels.put(REGISTRY_READ, "Xem kết quả đối chiếu dân cư");
        labels.put(REGISTRY_VERIFY, "Đối chiếu với dữ liệu dân cư và xử lý chênh lệch");
        labels.put(ENTITLEMENT_READ, "Xem chế độ đang hưởng");
        labels.put(ENTITLEMENT_WRITE, "Ghi quyết định về chế độ");
        labels.put(PAYROLL_READ, "Xem danh sách chi trả");
        labels.put(PAYROLL_RUN, "Lập danh sách chi trả");
        labels.put(PAYROLL_CLOSE, "Chốt danh sách chi trả");
        labels.put(PAYROLL_ANNUL, "Hủy danh sách đã chốt nhầm");
        labels.put(PAYMENT_READ, "Xem lệnh chi trả");
        labels.put(PAYMENT_ORDER, "Lập lệnh chi trả");
        labels.put(PAYMENT_SEND, "Gửi lệnh chi trả");
        labels.put(PAYMENT_RESULT, "Ghi kết quả chi trả và quyết toán");
        labels.put(FUNDING_READ, "Xem kinh phí");
        labels.put(FUNDING_PROPOSE, "Lập dự toán, đề nghị cấp kinh phí, trình danh sách");
        labels.put(FUNDING_APPROVE, "Duyệt dự toán, cấp kinh phí, duyệt danh sách");
        labels.put(FUNDING_SETTLE, "Lập, gửi, duyệt quyết toán kinh phí");
        labels.put(RECEIVABLE_READ, "Xem khoản phải thu hồi");
        labels.put(RECEIVABLE_DECIDE, "Quyết định thu hồi, miễn, ghi nhận nộp lại");
        labels.put(REVIEW_READ, "Xem danh sách cần rà soát");
        labels.put(REVIEW_HANDLE, "Xử lý danh sách cần rà soát");
        labels.put(BULK_READ, "Xem quyết định hàng loạt");
        labels.put(BULK_DRAFT, "Soạn quyết định hàng loạt, báo tử, báo chuyển");
        labels.put(BULK_SIGN, "Ký quyết định hàng loạt");
        labels.put(POLICY_READ, "Xem chính sách và tính mức hưởng");
        labels.put(POLICY_PROPOSE, "Đề xuất gói chính sách");
        labels.put(POLICY_ACTIVATE, "Cho gói chính sách có hiệu lực");
        labels.put(POLICY_CONFIRM, "Xác nhận giá trị theo Công báo");
        labels.put(CODELIST_READ, "Xem danh mục");
        labels.put(CODELIST_PROPOSE, "Đề xuất thay đổi danh mục");
        labels.put(CODELIST_APPROVE, "Duyệt thay đổi danh mục");
        labels.put(NOTICE_READ, "Xem tin và tài liệu hướng dẫn");
        labels.put(NOTICE_PUBLISH, "Đăng tin và tài liệu hướng dẫn");
        labels.put(QUESTION_ASK, "Gửi câu hỏi, phản ánh");
        labels.put(QUESTION_ANSWER, "Trả lời câu hỏi, phản ánh");
        labels.put(DEADLINE_READ, "Xem hạn báo cáo, hạn chi trả");
        labels.put(DEADLINE_MANAGE, "Đặt hạn báo cáo, hạn chi trả");
        labels.put(TRAINING_USE, "Dùng chế độ tập huấn");
        labels.put(REPORT_READ, "Xem và xuất báo cáo");
        labels.put(REPORT_SENSITIVE, "Xem báo cáo có thông tin nhạy cảm");
        labels.put(REPORT_CLOSE, "Chốt và gửi báo cáo của đơn vị");
        labels.put(REPORT_RECEIVE, "Tiếp nhận hoặc trả lại báo cáo của cấp dưới");
        labels.put(CasePermissions.READ, "Xem hồ sơ");
        labels.put(CasePermissions.RECEIVE, "Tiếp nhận hồ sơ, trả kết quả (Bộ phận Một cửa)");
        labels.put(CasePermissions.PROCESS, "Xét duyệt, thẩm định, dự thảo quyết định");
        labels.put(CasePermissions.DECIDE, "Ký quyết định trong hồ sơ");
        labels.put(DOCUMENT_READ, "Xem văn bản, bản chụp giấy tờ");
        labels.put(DOCUMENT_WRITE, "Nhận tệp, lập và cấp số văn bản");
        labels.put(DOCUMENT_TEMPLATE, "Thay mẫu văn bản và ký hiệu văn bản");
        labels.put(JOB_READ, "Xem công việc nền của mọi người");
        labels.put(JOB_CANCEL, "Dừng công việc nền của mọi người");
        labels.put(AGENCY_READ, "Xem cơ quan");
        labels.put(AGENCY_MANAGE, "Lập, sửa, kết thúc cơ quan");
        labels.put(ACCOUNT_MANAGE, "Cấp, sửa, khóa tài khoản");
        labels.put(ROLE_MANAGE, "Đặt, sửa vai trò của cơ quan");
        labels.put(TOKEN_MANAGE, "Xem và thu hồi mã truy cập của mọi người");
        labels.put(SESSION_MANAGE, "Xem và kết thúc phiên làm việc của mọi người");
        labels.put(AUDIT_READ, "Xem nhật ký truy cập");
        labels.put(AUDIT_VERIFY, "Kiểm tra tính toàn vẹn của nhật ký");
        labels.put(PROGRAM_MANAGE, "Cài đặt, cập nhật, gỡ chương trình");
        labels.put(PROGRAM_TRUST, "Tin cậy khóa ký của nhà cung cấp chương trình");
        labels.put(OPERATION_READ, "Xem tình trạng hệ thống");
        labels.put(OPERATION_BACKUP, "Sao lưu hệ thống");
        return Collections.unmodifiableMap(labels);
    }
}
