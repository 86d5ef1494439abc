/** What keeps a server running: checks, figures for monitoring, configuration files, backups. */
package vn.ansinh.api.operation;
