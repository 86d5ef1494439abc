/** Payment lists as files that leave the office; stands on the API alone. */
package vn.ansinh.core.benefit.export;
