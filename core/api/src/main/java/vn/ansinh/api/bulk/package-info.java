/** One decision for many: rights ended, suspended, adjusted or moved together, deaths and moves reported from a list. */
package vn.ansinh.api.bulk;
