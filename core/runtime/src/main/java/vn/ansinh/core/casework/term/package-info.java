/** When the terms of case files end. */
package vn.ansinh.core.casework.term;
