package vn.ansinh.api.program;

import vn.ansinh.api.program.PluginDetails.Trust;

/**
 * A file that can be installed.
 *
 * @param id of the program or connector in it
 * @param name as people call it
 * @param api versions of the core's API it was made for, as people read it
 * @param trust why it may be installed
 * @param signer who signed it; blank when nobody did whom the province trusts
 * @param replaces version that runs now and would go; blank when there is none
 * @param size bytes
 */
public record PluginFile(
        String id, String name, String version, String api, Trust trust, String signer, String replaces, long size) {}
