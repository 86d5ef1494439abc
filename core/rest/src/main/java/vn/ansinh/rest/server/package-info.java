/** From the HTTP request to the resource: transport, who asks, which endpoint, what they may; and endpoints that come and go. */
package vn.ansinh.rest.server;
