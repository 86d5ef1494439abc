/** Everything that is known to have happened to a person, on one line of time. */
package vn.ansinh.api.history;
