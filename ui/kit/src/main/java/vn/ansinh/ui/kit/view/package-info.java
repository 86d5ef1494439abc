/** How a bundle contributes a page. */
package vn.ansinh.ui.kit.view;
