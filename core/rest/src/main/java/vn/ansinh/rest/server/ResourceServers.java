package vn.ansinh.rest.server;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;
import vn.ansinh.api.access.Access;
import vn.ansinh.api.rest.RestResource;
import vn.ansinh.rest.problem.ProblemMapper;

/** Makes CXF servers of resources. */
final class ResourceServers {

    private final Bus bus;
    private final Access access;

    ResourceServers(Bus bus, Access access) {
        this.bus = bus;
        this.access = access;
    }

    /** @throws IllegalArgumentException when the class's {@code @Path} is not {@code path} */
    Server create(String path, RestResource resource) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress(Endpoints.VERSION + path);
        factory.setServiceBean(resource);
        factory.setProviders(List.of(
                new JacksonJsonProvider(Json.mapper()),
                new ProblemMapper(),
                new PermissionFilter(access),
                new TimeParameters()));
        for (ClassResourceInfo type : factory.getServiceFactory().getClassResourceInfo()) {
            String declared = type.getURITemplate().getValue();
            if (!declared.equals(path)) {
                throw new IllegalArgumentException(type.getServiceClass().getName() + " has @Path(\"" + declared
                        + "\") but is published at " + path);
            }
            // The address has the path already; the annotation is there for the API's description.
            type.setURITemplate(URITemplate.createTemplate("/"));
        }
        return factory.create();
    }
}
