package vn.ansinh.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.program.PluginEvent;
import vn.ansinh.api.program.PluginFile;
import vn.ansinh.api.program.Programs;
import vn.ansinh.api.program.Programs.ProgramStatus;
import vn.ansinh.api.rest.RestResource;

/** Programs: which are there, and their coming and going. */
@Path("/programs")
@Produces("application/json")
@Permitted(Permissions.PROGRAM_MANAGE)
public final class ProgramResource implements RestResource {

    private final Programs programs;
    private final UnitCodes units;

    /** @param programs the platform's */
    public ProgramResource(Programs programs, UnitCodes units) {
        this.programs = programs;
        this.units = units;
    }

    /** Every program that runs or could be installed. */
    @GET
    public List<ProgramStatus> all() {
        return programs.all();
    }

    /** Installs a program; answers when it runs. */
    @POST
    @Path("{id}/install")
    public Operation install(@PathParam("id") String id) {
        List<String> steps = new ArrayList<>();
        return new Operation(programs.install(id, steps::add), steps);
    }

    /** Removes a program; its data stay. */
    @POST
    @Path("{id}/uninstall")
    public Operation uninstall(@PathParam("id") String id) {
        List<String> steps = new ArrayList<>();
        return new Operation(programs.uninstall(id, steps::add), steps);
    }

    /** Goes from an installed file to the newer version in the repository. */
    @POST
    @Path("{id}/update")
    public Operation update(@PathParam("id") String id) {
        List<String> steps = new ArrayList<>();
        return new Operation(programs.update(id, steps::add), steps);
    }

    /** What happened to a program, latest first. */
    @GET
    @Path("{id}/history")
    public List<PluginEvent> history(@PathParam("id") String id) {
        return programs.history(id);
    }

    /**
     * Installs a .jar or .kar that is signed with a trusted key, or the .report.zip of a report, in place of an older version; answers when it runs.
     *
     * @param name of the file, for people
     */
    @POST
    @Path("files")
    @Consumes({"application/java-archive", "application/zip", MediaType.APPLICATION_OCTET_STREAM})
    public Operation installFile(@QueryParam("name") @DefaultValue("tep.jar") String name, InputStream content)
            throws IOException {
        List<String> steps = new ArrayList<>();
        return received(content, file -> new Operation(programs.installFile(file, name, steps::add), steps));
    }

    /** Looks a file over and changes nothing. */
    @POST
    @Path("files/check")
    @Consumes({"application/java-archive", "application/zip", MediaType.APPLICATION_OCTET_STREAM})
    public PluginFile check(@QueryParam("name") @DefaultValue("tep.jar") String name, InputStream content)
            throws IOException {
        return received(content, file -> programs.inspect(file, name));
    }

    /** Takes a program from the officials of a unit and all below it. @param unit code */
    @PUT
    @Path("{id}/off/{unit}")
    public void off(@PathParam("id") String id, @PathParam("unit") String unit) {
        programs.setTerritory(id, units.id(unit), true);
    }

    /** Gives it back. */
    @DELETE
    @Path("{id}/off/{unit}")
    public void on(@PathParam("id") String id, @PathParam("unit") String unit) {
        programs.setTerritory(id, units.id(unit), false);
    }

    private static <T> T received(InputStream content, Function<java.nio.file.Path, T> work) throws IOException {
        java.nio.file.Path file = Files.createTempFile("ansinh-upload-", ".jar");
        try {
            long written = 0;
            try (OutputStream out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                // one byte more than is taken: whoever looks at the file says so
                for (int n = content.read(buffer); n >= 0 && written <= Programs.LARGEST; n = content.read(buffer)) {
                    out.write(buffer, 0, n);
                    written += n;
                }
            }
            return work.apply(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** How a program stands after an operation, and the steps that led there. */
    public record Operation(ProgramStatus program, List<String> steps) {}
}
