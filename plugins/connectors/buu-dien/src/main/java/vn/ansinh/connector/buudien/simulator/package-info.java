/**
 * A post office for demonstrations and tests: keeps orders as files, pays most of them after a while, finds some people not at
 * home, is slow or away when it is told to be.
 */
package vn.ansinh.connector.buudien.simulator;
