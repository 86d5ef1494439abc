/** What this bundle is to the others: which server is used, its roles, the pool and the services published from it. */
package vn.ansinh.database.service;
