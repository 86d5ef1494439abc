/** Pictures of figures: laid out once, drawn on screens as SVG and on papers alike. */
package vn.ansinh.api.chart;
