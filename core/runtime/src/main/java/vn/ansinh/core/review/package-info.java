/** The review list: programs' files say what to look for, each kind is one statement over registry, facts and ledger. */
package vn.ansinh.core.review;
