/**
 * Money for benefits before it reaches people: estimates (dự toán), allocation down the tree (cấp kinh phí), the paying agent's
 * fee, payrolls sent up for approval, settlement of accounts (quyết toán) by source of funds.
 *
 * <p>An amount is {@code long} đồng and belongs to an <em>account</em>: program, unit, budget year, source (code of list {@code
 * nguon-kinh-phi}; blank where nobody has said which). What is allocated is only ever added to; what is used comes from
 * the ledger's closed lines.
 */
package vn.ansinh.api.funding;
