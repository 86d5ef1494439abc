/** A post office as a payment channel: orders go out as files, reports come back. */
package vn.ansinh.connector.buudien;
