/** The API's description: each bundle brings its own, written when it was built, and the platform puts them together. */
package vn.ansinh.rest.openapi;
