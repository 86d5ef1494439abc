/** {@link vn.ansinh.api.draft.Drafts} in the database. */
package vn.ansinh.core.draft;
