/** Persistent classes of unit {@code btxh}. */
package vn.ansinh.btxh.entity;
