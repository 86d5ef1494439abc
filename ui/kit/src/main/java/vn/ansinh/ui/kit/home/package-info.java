/** How a bundle adds to the first page. */
package vn.ansinh.ui.kit.home;
