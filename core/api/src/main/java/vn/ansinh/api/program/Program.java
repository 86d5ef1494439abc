package vn.ansinh.api.program;

import java.util.Map;

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

    /** Its permissions and their Vietnamese labels. */
    Map<String, String> permissions();
}
