package vn.ansinh.core.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Role;
import vn.ansinh.api.program.Program;
import vn.ansinh.api.transaction.Transactions;
import vn.ansinh.core.csv.CsvReader;
import vn.ansinh.core.csv.CsvRow;

/** {@link Permissioned} from the core's own list, the roles made here, and the services of programs, asked anew each time. */
public final class DeclaredPermissions implements Permissioned {

    private static final String[] COLUMNS = {"code", "name", "permissions"};

    private final BundleContext context;
    private final ProgramsOff programsOff;
    private final RoleStore ownRoles;
    private final List<Role> coreRoles = read();

    /** The platform's roles alone. @param context of the core; {@code null} for a world without programs */
    public DeclaredPermissions(BundleContext context) {
        this(context, unit -> Set.of(), null);
    }

    /**
     * As above.
     *
     * @param programsOff where programs were taken from the officials
     * @param transactions reach the roles that were made here; {@code null} for none
     */
    public DeclaredPermissions(BundleContext context, ProgramsOff programsOff, Transactions transactions) {
        this.context = context;
        this.programsOff = programsOff;
        this.ownRoles = transactions == null ? null : new RoleStore(transactions);
    }

    @Override
    public Set<String> off(long unitId) {
        return programsOff.at(unitId);
    }

    @Override
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>(Permissions.labels());
        ofPrograms(Program::permissions).forEach(labels::putAll);
        return labels;
    }

    @Override
    public Set<String> declared() {
        return labels().keySet();
    }

    @Override
    public Optional<String> programOf(String permission) {
        if (Permissions.labels().containsKey(permission)) {
            return Optional.empty();
        }
        return ofPrograms(program -> program.permissions().containsKey(permission) ? program.id() : "").stream()
                .filter(id -> !id.isEmpty())
                .findFirst();
    }

    @Override
    public List<Role> roles() {
        Map<String, Set<String>> added = new LinkedHashMap<>();
        ofPrograms(Program::roles)
                .forEach(brought -> brought.forEach((role, permissions) ->
                        added.computeIfAbsent(role, code -> new HashSet<>()).addAll(permissions)));
        List<Role> roles = new ArrayList<>();
        for (Role role : coreRoles) {
            Set<String> permissions = new HashSet<>(role.permissions());
            permissions.addAll(added.getOrDefault(role.code(), Set.of()));
            roles.add(new Role(role.code(), role.name(), permissions));
        }
        if (ownRoles != null) {
            ownRoles.all().forEach(own -> roles.add(own.role()));
        }
        return roles;
    }

    /** What each running program answers. Only what is copied here is kept: nothing of a program's bundle. */
    private <T> List<T> ofPrograms(Function<Program, T> question) {
        List<T> answers = new ArrayList<>();
        if (context == null) {
            return answers;
        }
        try {
            for (ServiceReference<Program> reference : context.getServiceReferences(Program.class, null)) {
                Program program = context.getService(reference);
                if (program != null) {
                    answers.add(question.apply(program));
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return answers;
    }

    private static List<Role> read() {
        try (InputStream file = DeclaredPermissions.class.getResourceAsStream("roles.csv")) {
            List<Role> roles = new ArrayList<>();
            for (CsvRow row : CsvReader.read(file, COLUMNS)) {
                roles.add(new Role(
                        row.field(0),
                        row.field(1),
                        Set.copyOf(Arrays.asList(row.field(2).split(" ")))));
            }
            return List.copyOf(roles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
