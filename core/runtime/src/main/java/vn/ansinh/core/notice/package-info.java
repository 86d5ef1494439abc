/** News, guides, answers and legal documents: who told them, who reads them, what is attached. */
package vn.ansinh.core.notice;
