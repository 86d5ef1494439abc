/** By when communes and provinces have to do what the decrees on social assistance say. */
package vn.ansinh.btxh.deadline;
