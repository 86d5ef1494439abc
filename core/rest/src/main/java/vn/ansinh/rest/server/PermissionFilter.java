package vn.ansinh.rest.server;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.problem.Problem;

/** Lets a call through to the method only with what its {@link Permitted} asks; a method without one is closed to all. */
final class PermissionFilter implements ContainerRequestFilter {

    private final Access access;

    @Context
    private ResourceInfo resource;

    PermissionFilter(Access access) {
        this.access = access;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        check(resource.getResourceClass(), resource.getResourceMethod());
    }

    void check(Class<?> type, Method method) {
        Permitted permitted = method == null ? null : method.getAnnotation(Permitted.class);
        if (permitted == null && type != null) {
            permitted = type.getAnnotation(Permitted.class);
        }
        if (permitted == null) {
            throw Problem.forbidden(
                    "AS-REST-CLOSED", "Địa chỉ này chưa khai báo quyền truy cập nên không mở cho tài khoản nào.");
        }
        if (permitted.value().equals(Permitted.SIGNED_IN)) {
            access.require();
            return;
        }
        Caller caller = access.require(permitted.value());
        if (!permitted.program().isEmpty()) {
            caller.requireProgram(permitted.program());
        }
    }
}
