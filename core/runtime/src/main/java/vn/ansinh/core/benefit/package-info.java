/** Entitlements and the payroll ledger, in sets: no loop per person touches the database. */
package vn.ansinh.core.benefit;
