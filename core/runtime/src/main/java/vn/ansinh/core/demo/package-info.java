/**
 * Invented people, on demand only. {@link vn.ansinh.core.demo.DemoPeople} makes them up from lists of names and what programs
 * tell about their beneficiaries, without a database and the same for the same seed; {@link vn.ansinh.core.demo.DemoRegister}
 * writes them.
 */
package vn.ansinh.core.demo;
