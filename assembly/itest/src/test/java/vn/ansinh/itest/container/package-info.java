/**
 * Tests that run inside the distribution. It is booted once for all of them: extend {@link
 * vn.ansinh.itest.container.ContainerTest}, name the class {@code …IT} and leave the container as it was found.
 */
package vn.ansinh.itest.container;
