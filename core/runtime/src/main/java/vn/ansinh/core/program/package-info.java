/** The programs: what runs, what could, and their coming and going through Karaf's features. */
package vn.ansinh.core.program;
