package vn.ansinh.api.program;

import java.util.Map;
import java.util.Set;

/**
 * A social-protection program as an OSGi service. Its bundle comes and goes while officials work; what it brings (views,
 * endpoints, permissions, job types) goes with it, its data stay.
 */
public interface Program {

    /** Short and stable, also the name of its PostgreSQL schema: {@code btxh}. */
    String id();

    /** As officials call it: {@code Bảo trợ xã hội}. */
    String name();

    /** One sentence for the plugin view. */
    String description();

    /** Its permissions and their Vietnamese labels; each begins with {@link #id()} and a dot. */
    Map<String, String> permissions();

    /** What it adds to the platform's roles: permissions by {@link vn.ansinh.api.access.Role#code()}. Goes with it. */
    default Map<String, Set<String>> roles() {
        return Map.of();
    }
}
