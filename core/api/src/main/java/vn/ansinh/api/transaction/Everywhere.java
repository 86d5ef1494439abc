package vn.ansinh.api.transaction;

/**
 * {@link Transactions} above row-level security: for work of the core that must see more than the official it is done for,
 * after that official's rights were checked. A payroll sums what other programs pay, a registration must find the person who
 * is known elsewhere. What is read this way must not be shown.
 *
 * <p>A transaction that begins here reaches every row, COPY included, and so does everything that joins it. A call that
 * joins a transaction of {@link Transactions} reaches every row until it returns, but cannot COPY into tables with people and
 * cannot write the ledger, which only transactions that began here can.
 *
 * <p>Rooms of the core get it as bean {@code everywhere}. Programs have no use for it.
 */
public interface Everywhere extends Transactions {}
