/** Questions and reports: who asks, who is to answer, what became of them. */
package vn.ansinh.core.question;
