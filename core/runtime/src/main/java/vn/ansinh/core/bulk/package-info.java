/** One decision for many: checked row by row in memory, carried out in sets, signed by another than who drafted it. */
package vn.ansinh.core.bulk;
