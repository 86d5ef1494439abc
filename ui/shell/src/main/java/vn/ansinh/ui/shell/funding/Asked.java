package vn.ansinh.ui.shell.funding;

/** What a tab is about. @param unitId 0 for the whole country @param again shows the tab anew */
record Asked(long unitId, String program, int year, Runnable again) {}
