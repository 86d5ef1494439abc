/** A right to a benefit: what happened to it, and the decisions that change it. */
package vn.ansinh.ui.kit.entitlement;
