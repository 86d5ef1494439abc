package vn.ansinh.api.access;

/** The core's own permissions; programs declare theirs in {@link vn.ansinh.api.program.Program#permissions()}. */
public final class Permissions {

    public static final String UNIT_READ = "unit.read";
    public static final String PERSON_READ = "person.read";
    public static final String PERSON_WRITE = "person.write";
    /** Facts that reveal health, HIV or abuse. */
    public static final String FACT_SENSITIVE = "fact.sensitive";

    public static final String ENTITLEMENT_READ = "entitlement.read";
    public static final String ENTITLEMENT_WRITE = "entitlement.write";
    public static final String PAYROLL_READ = "payroll.read";
    public static final String PAYROLL_RUN = "payroll.run";
    public static final String PAYROLL_CLOSE = "payroll.close";
    public static final String PAYMENT_READ = "payment.read";
    /** Makes payment orders; who sends them is somebody else. */
    public static final String PAYMENT_ORDER = "payment.order";

    public static final String PAYMENT_SEND = "payment.send";
    /** Records what became of payments, and settles orders. */
    public static final String PAYMENT_RESULT = "payment.result";
    /** To take a wrongly closed list back; held by the unit above, never by the commune itself. */
    public static final String PAYROLL_ANNUL = "payroll.annul";

    public static final String RECEIVABLE_READ = "receivable.read";
    /** To decide, give up and receive what is owed back. */
    public static final String RECEIVABLE_DECIDE = "receivable.decide";

    public static final String POLICY_READ = "policy.read";
    /** To bring a pack, or to propose that one ends. */
    public static final String POLICY_PROPOSE = "policy.propose";
    /** To put into force or end what somebody else proposed. */
    public static final String POLICY_ACTIVATE = "policy.activate";

    public static final String POLICY_CONFIRM = "policy.confirm";
    public static final String JOB_READ = "job.read";
    public static final String JOB_CANCEL = "job.cancel";
    public static final String ACCOUNT_MANAGE = "account.manage";
    public static final String PROGRAM_MANAGE = "program.manage";

    private Permissions() {}
}
