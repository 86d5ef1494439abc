/** Policy packs: what they say, what they would cost, and who puts them into force. */
package vn.ansinh.ui.shell.policy;
