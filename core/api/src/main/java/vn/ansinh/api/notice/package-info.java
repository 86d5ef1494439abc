/** News, guides, answers and legal documents, told downwards. */
package vn.ansinh.api.notice;
