/** Resolutions on administrative units that come after what this release carries: read, checked, kept, put into force. */
package vn.ansinh.core.unit.resolution;
