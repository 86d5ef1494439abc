/** Questions and reports, asked upwards. */
package vn.ansinh.api.question;
