/** The core's own addresses: thin, on the api only. */
package vn.ansinh.rest.resource;
