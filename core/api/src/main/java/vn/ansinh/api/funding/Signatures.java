package vn.ansinh.api.funding;

import java.time.Instant;

/**
 * Who wrote a paper and who decided it; never the same account.
 *
 * @param by account that wrote it
 * @param name of the person behind it
 * @param decidedBy account, {@code null} while nobody has decided; who withdrew it when withdrawn
 * @param decidedName name, {@code null} with {@code decidedBy}
 * @param decidedAt {@code null} with {@code decidedBy}
 * @param reason why it was given back or withdrawn, otherwise {@code null}
 */
public record Signatures(
        String by, String name, Instant at, String decidedBy, String decidedName, Instant decidedAt, String reason) {}
