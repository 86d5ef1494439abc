package vn.ansinh.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.rest.RestResource;

/** {@code /api/openapi.json}: what the bundles with resources bring in {@code OSGI-INF/openapi.json}, as one document. */
public final class ApiDescription {

    private static final String ENTRY = "OSGI-INF/openapi.json";
    private static final String OWN_PREFIX = "ansinh-";

    private final BundleContext context;
    private final ObjectMapper json = JsonMapper.builder().build();

    /** @param context to find the resources with */
    public ApiDescription(BundleContext context) {
        this.context = context;
    }

    /** The document for what is installed now. */
    public String json() {
        OpenApiMerge merge = new OpenApiMerge(json);
        try {
            for (Bundle bundle : bundlesWithResources()) {
                URL entry = bundle.getEntry(ENTRY);
                if (entry != null) {
                    JsonNode part = json.readTree(entry);
                    merge.add(prefix(bundle.getSymbolicName()), (ObjectNode) part);
                }
            }
            return json.writeValueAsString(merge.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A bundle's " + ENTRY + " is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Collection<Bundle> bundlesWithResources() {
        Collection<Bundle> bundles = new TreeSet<>(Comparator.comparing(Bundle::getSymbolicName));
        try {
            for (ServiceReference<RestResource> reference : context.getServiceReferences(RestResource.class, null)) {
                Bundle bundle = reference.getBundle();
                if (bundle != null) {
                    bundles.add(bundle);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return bundles;
    }

    private static String prefix(String symbolicName) {
        return symbolicName.startsWith(OWN_PREFIX) ? symbolicName.substring(OWN_PREFIX.length()) : symbolicName;
    }
}
