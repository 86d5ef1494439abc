package vn.ansinh.core.policy;

/** Where something stands in a file, counted from 1. */
record Place(int line, int column) {}
