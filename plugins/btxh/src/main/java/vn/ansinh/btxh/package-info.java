/** Bảo trợ xã hội: social assistance to persons and households. */
package vn.ansinh.btxh;
