/** Shell commands with which IT issues accounts. Who sits at the local console acts as the platform itself. */
package vn.ansinh.core.access.command;
