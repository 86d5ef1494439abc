/**
 * How what an ended unit holds gets to the units that took it over. {@link vn.ansinh.core.unit.transition.Moving} is the one
 * place that moves: people, where they lived and live, rights, accounts, in one transaction for each old commune.
 */
package vn.ansinh.core.unit.transition;
