/** The population registry: asked within limits, its events put before officials. */
package vn.ansinh.core.registry;
