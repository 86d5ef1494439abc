/** Excel files, in and out: what comes in is checked before it is parsed, what goes out is streamed. */
package vn.ansinh.core.sheet;
