/**
 * A population registry for demonstrations and tests: answers by the number alone, so the same question has the same answer; is
 * slow or away when it is told to be; tells the deaths and moves that somebody wrote into its file.
 */
package vn.ansinh.connector.dancu;
