/** Which benefits apply to a person and why others do not, before anybody decides. */
package vn.ansinh.core.casework.eligibility;
