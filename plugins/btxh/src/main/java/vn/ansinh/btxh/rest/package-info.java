/** The program over REST. */
package vn.ansinh.btxh.rest;
