/** The JAX-RS whiteboard: every resource service becomes an endpoint below {@code /api}. */
package vn.ansinh.rest;
