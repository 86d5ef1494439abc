/** What a balancer and a watchdog ask. */
package vn.ansinh.rest.health;
