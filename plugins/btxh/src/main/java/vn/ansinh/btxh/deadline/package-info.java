/** By when lists, orders and results have to be there, as the decrees on social assistance say. */
package vn.ansinh.btxh.deadline;
