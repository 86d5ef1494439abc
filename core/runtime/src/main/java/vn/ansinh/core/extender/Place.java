package vn.ansinh.core.extender;

/** Where something stands in a file, counted from 1. */
public record Place(int line, int column) {}
