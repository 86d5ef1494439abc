/** The population registry beyond the platform: what connectors bring, and what the core makes of its answers. */
package vn.ansinh.api.registry;
