/** What has to be done by when: programs declare it, superiors make it stricter, a board shows who is late. */
package vn.ansinh.api.deadline;
