package vn.ansinh.rest.resource;

/** Why something is given back or taken back. */
public record Reason(String reason) {}
