/** What beneficiaries of social assistance typically are, for invented data. */
package vn.ansinh.btxh.demo;
