package vn.ansinh.btxh.rest;

/**
 * Work that goes on in the background.
 *
 * @param id of the import
 * @param job to follow under {@code /jobs}
 */
public record Accepted(long id, long job) {}
