package vn.ansinh.api.casework;

/** Permissions of casework; labelled and granted with the core's others. */
public final class CasePermissions {

    /** To see case files. */
    public static final String READ = "case.read";
    /** Bộ phận Một cửa: to take applications and hand out results. */
    public static final String RECEIVE = "case.receive";
    /** To review, appraise and draft. */
    public static final String PROCESS = "case.process";
    /** To sign; never what one drafted oneself. */
    public static final String DECIDE = "case.decide";

    private CasePermissions() {}
}
