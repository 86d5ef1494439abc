package vn.ansinh.api.rest;

/**
 * Marks a service as a JAX-RS resource. Publish it with the property {@link #PATH}; the endpoint comes and goes with the
 * service. Every method, or its class, carries {@link vn.ansinh.api.access.Permitted}; the class carries {@code @Path} with
 * the same path as the property, from which the API's description is made when the bundle is built.
 */
public interface RestResource {

    /** Service property: path below {@code /api/v1}, for instance {@code /persons}. */
    String PATH = "ansinh.rest.path";
}
