/** What was typed and not handed in. */
package vn.ansinh.api.draft;
