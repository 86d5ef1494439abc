/** The smallest whole program: a table, a page, an endpoint and a permission. Invented; copy it to begin one. */
package vn.ansinh.example.visits;
