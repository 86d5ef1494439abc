/** Case files: from the application to the paper that the citizen takes home, and what the decision changes. */
package vn.ansinh.core.casework;
