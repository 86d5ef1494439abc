/** What bundles add to the page of one person. */
package vn.ansinh.ui.kit.person;
