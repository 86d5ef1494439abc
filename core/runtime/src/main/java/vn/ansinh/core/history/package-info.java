/** A person's whole history: what the rooms of the core know, and whoever else publishes a source. */
package vn.ansinh.core.history;
