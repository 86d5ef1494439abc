package vn.ansinh.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import vn.ansinh.api.access.Accounts;
import vn.ansinh.api.access.Accounts.Account;
import vn.ansinh.api.access.Agencies;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.access.Permissioned;
import vn.ansinh.api.access.Permissions;
import vn.ansinh.api.access.Permitted;
import vn.ansinh.api.access.Tokens;
import vn.ansinh.api.access.Tokens.TokenDraft;
import vn.ansinh.api.benefit.Entitlements;
import vn.ansinh.api.identity.PersonRegistry;
import vn.ansinh.api.unit.Units;

/**
 * Every endpoint and every page that is registered, tried by every role inside and outside its territory. Nothing is listed
 * here: what somebody adds is tried, and fails until it says who may use it.
 */
public class AccessMatrixIT extends ContainerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<String> LACKING = Set.of("AS-ACCESS-PERMISSION", "AS-ACCESS-PROGRAM");

    /** Addresses that answer everybody the same: units are no secret. */
    private static final Set<String> PUBLIC = Set.of("/units");

    @Inject
    private Accounts accounts;

    @Inject
    private Agencies agencies;

    @Inject
    private Tokens tokens;

    @Inject
    private Permissioned permissioned;

    @Inject
    private Units units;

    @Inject
    private PersonRegistry persons;

    @Inject
    private Entitlements entitlements;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Long> payrolls = new HashMap<>();
    private int tried;
    private int numbers;

    @Test
    public void everyDoorOpensToWhomItIsForAndToNobodyElse() throws Exception {
        province();
        MatrixWorld world = new MatrixWorld(access, units, accounts, agencies, tokens, permissioned);
        world.people(persons, entitlements);
        List<Official> officials = world.officials();
        draft(world);

        List<Door> doors = Door.all(context);
        assertTrue("the registry is not empty: " + doors.size(), doors.size() > 50);
        declared(doors);
        for (Door door : doors) {
            nobody(door);
            for (Official official : officials) {
                try {
                    tryAll(world, door, official);
                } catch (IOException e) {
                    wrong.add(door + " as " + official + ": " + e);
                }
            }
        }
        assertTrue("who needs numbers sees them", numbers > 0);
        int endpoints = tried;
        int pages = pages(officials);
        System.out.printf(
                "Đã thử %d tổ hợp: %d lượt gọi %d địa chỉ, %d lượt mở %d trang, %d tài khoản%n",
                tried, endpoints, doors.size(), tried - endpoints, pages, officials.size());
        assertEquals(String.join("\n", wrong), 0, wrong.size());
    }

    /** A month's list in both communes, so that there is something to see. */
    private void draft(MatrixWorld world) throws Exception {
        for (int commune = 0; commune < 2; commune++) {
            JsonNode job = rest().post(
                            "/payroll/runs",
                            Map.of(
                                    "program", MatrixWorld.PROGRAM,
                                    "unit", world.code(commune),
                                    "month", MatrixWorld.MONTH));
            assertEquals(
                    "DONE", rest().await(job.path("job").asLong()).path("state").asText());
            JsonNode lists = rest().get(
                            "/payroll",
                            "program",
                            MatrixWorld.PROGRAM,
                            "unit",
                            world.code(commune),
                            "month",
                            MatrixWorld.MONTH);
            assertEquals(1, lists.size());
            payrolls.put(world.code(commune), lists.get(0).path("id").asLong());
        }
    }

    /** Each door says who may enter, by a permission that somebody declares. */
    private void declared(List<Door> doors) {
        for (Door door : doors) {
            if (door.permitted() == null) {
                wrong.add(door + " does not say who may call it");
            } else if (!isDeclared(door.permitted())) {
                wrong.add(door + " asks for " + door.permitted().value() + ", which nobody declares");
            }
        }
    }

    private boolean isDeclared(Permitted permitted) {
        return permitted.value().equals(Permitted.SIGNED_IN)
                || permissioned.declared().contains(permitted.value());
    }

    private void nobody(Door door) throws Exception {
        tried++;
        int status = call(door, door.at(Door.NOBODY), null).statusCode();
        if (status != 401) {
            wrong.add(door + " answered " + status + " to nobody");
        }
    }

    private void tryAll(MatrixWorld world, Door door, Official official) throws Exception {
        boolean may = may(official.caller(), door.permitted());
        if (!may || !door.isRead()) {
            if (may && !door.isHarmlessToTry()) {
                return;
            }
            tried++;
            HttpResponse<String> answer = call(door, door.at(Door.NOBODY), official.token());
            boolean refused = isLacking(answer);
            if (refused == may) {
                wrong.add(door + " answered " + answer.statusCode() + " to " + official + " who "
                        + (may ? "may: " : "may not: ") + shortened(answer.body()));
            }
            return;
        }
        for (int commune = 0; commune < 2; commune++) {
            tried++;
            String path = door.at(id(world, door, commune)) + query(world, door, commune);
            HttpResponse<String> answer = call(door, path, official.token());
            judge(world, door, official, commune, path, answer);
        }
    }

    private static boolean may(Caller caller, Permitted permitted) {
        if (permitted == null) {
            return false;
        }
        boolean holds = permitted.value().equals(Permitted.SIGNED_IN) || caller.may(permitted.value());
        return holds && (permitted.program().isEmpty() || caller.works(permitted.program()));
    }

    private void judge(
            MatrixWorld world, Door door, Official official, int commune, String path, HttpResponse<String> answer)
            throws Exception {
        String where = "GET " + path + " as " + official + " answered " + answer.statusCode() + ": ";
        for (int other = 0; other < 2; other++) {
            boolean hidden = !official.covers().contains(world.code(other))
                    || !official.caller().works(MatrixWorld.PROGRAM) && path.contains("program=");
            if (hidden && answer.body().contains(MatrixWorld.NAMES.get(other))) {
                wrong.add(where + "shows " + MatrixWorld.NAMES.get(other) + " to " + official);
            }
        }
        boolean number = MatrixWorld.NUMBERS.stream().anyMatch(answer.body()::contains)
                || MatrixWorld.ACCOUNTS.stream().anyMatch(answer.body()::contains);
        if (number && !official.caller().may(Permissions.PERSON_NUMBER)) {
            wrong.add(where + "shows a number of a paper or an account whole");
        }
        numbers += number ? 1 : 0;
        boolean inside = official.covers().contains(world.code(commune));
        if (inside && isLacking(answer) && official.caller().works(MatrixWorld.PROGRAM)) {
            wrong.add(where + "refused although they may: " + shortened(answer.body()));
        }
        boolean addressed = path.contains("unit=") || door.path().contains("{id}");
        if (!inside && addressed && !PUBLIC.contains(door.root()) && answer.statusCode() == 200 && !isEmpty(answer)) {
            wrong.add(where + "outside their territory: " + shortened(answer.body()));
        }
        if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
            wrong.add(where + shortened(answer.body()));
        }
    }

    /** The real thing of a commune where its own page is asked for; else a number that nothing has. */
    private String id(MatrixWorld world, Door door, int commune) {
        return switch (door.root()) {
            case "/persons" -> Long.toString(world.person(commune));
            case "/entitlements" -> Long.toString(world.entitlement(commune));
            case "/payroll" -> Long.toString(payrolls.get(world.code(commune)));
            default -> Door.NOBODY;
        };
    }

    private String query(MatrixWorld world, Door door, int commune) throws ReflectiveOperationException {
        Map<String, String> known = Map.of(
                "unit", world.code(commune),
                "within", world.code(commune),
                "code", world.code(commune),
                "program", MatrixWorld.PROGRAM,
                "month", MatrixWorld.MONTH);
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String name : door.queryNames()) {
            if (known.containsKey(name)) {
                query.add(name + "=" + URLEncoder.encode(known.get(name), StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }

    private static boolean isLacking(HttpResponse<String> answer) throws IOException {
        return answer.statusCode() == 403
                && LACKING.contains(JSON.readTree(answer.body()).path("code").asText());
    }

    /** An answer that tells of nothing: no row, no text, no sum. */
    private static boolean isEmpty(HttpResponse<String> answer) {
        try {
            return isEmpty(JSON.readTree(answer.body()));
        } catch (IOException file) {
            return answer.body().isEmpty();
        }
    }

    private static boolean isEmpty(JsonNode node) {
        if (node.isContainerNode()) {
            for (JsonNode child : node) {
                if (!isEmpty(child)) {
                    return false;
                }
            }
            return true;
        }
        return node.isNull()
                || node.isNumber() && node.asLong() == 0
                || node.isBoolean()
                || node.asText().isEmpty();
    }

    private static String shortened(String body) {
        return body.substring(0, Math.min(body.length(), 200));
    }

    private HttpResponse<String> call(Door door, String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                // no JSON: whoever gets as far as reading it does nothing
                .method(door.verb(), door.isRead() ? BodyPublishers.noBody() : BodyPublishers.ofString("{"));
        if (!door.isRead()) {
            request.header("Content-Type", door.mediaType());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException closed) {
            // whoever is refused before the body is read may find the connection closed
            return HTTP.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** Every page against the shell's own doorkeeper. @return how many pages there are */
    private int pages(List<Official> officials) throws Exception {
        ServiceReference<?>[] views = context.getAllServiceReferences("vn.ansinh.ui.kit.view.ViewProvider", null);
        Method permits = doorkeeper();
        for (ServiceReference<?> reference : views) {
            Object view = context.getService(reference);
            Class<?> type = (Class<?>) view.getClass().getMethod("type").invoke(view);
            Permitted permitted = type.getAnnotation(Permitted.class);
            if (permitted == null || !isDeclared(permitted)) {
                wrong.add("page " + type.getName() + " does not say who may open it, by a permission that is declared");
            }
            Caller first = new Caller("mt", "Mật khẩu cấp", 0, Set.of("password.first"));
            tried++;
            if ((boolean) permits.invoke(null, first, type)) {
                wrong.add("page " + type.getName() + " opens before the password is changed");
            }
            for (Official official : officials) {
                tried++;
                boolean may = may(official.caller(), permitted);
                if (may != (boolean) permits.invoke(null, official.caller(), type)) {
                    wrong.add("page " + type.getName() + " for " + official + ": should open " + may);
                }
            }
            context.ungetService(reference);
        }
        return views.length;
    }

    /** What the shell asks before it opens a page. */
    private Method doorkeeper() throws Exception {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals("ansinh-ui")) {
                return bundle.loadClass("vn.ansinh.ui.shell.route.Navigation")
                        .getMethod("permits", Caller.class, Class.class);
            }
        }
        throw new AssertionError("no shell among " + FrameworkUtil.getBundle(AccessMatrixIT.class));
    }

    @Test
    public void fiveWrongPasswordsLockAnAccountAndItsIssuerOpensItAgain() throws Exception {
        String password = access.callAs(
                Caller.SYSTEM,
                () -> accounts.add(new Account("mt.bi-khoa", "Nguyễn Văn Khóa", 0, Set.of("person.read"))));
        for (int i = 0; i < 5; i++) {
            assertEquals(401, basic("mt.bi-khoa", "sai-" + i).statusCode());
        }
        assertEquals("the right one as well", 401, basic("mt.bi-khoa", password).statusCode());
        access.callAs(Caller.SYSTEM, () -> {
            accounts.unlock("mt.bi-khoa");
            return null;
        });
        HttpResponse<String> known = basic("mt.bi-khoa", password);
        assertEquals(403, known.statusCode());
        assertTrue(known.body(), known.body().contains("AS-ACCOUNT-CHANGE"));
    }

    private HttpResponse<String> basic(String account, String password) throws Exception {
        String pair = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address() + "/api/v1/persons"))
                        .header("Authorization", "Basic " + pair)
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    public void aTokenOpensWhatItSaysUntilItIsRevoked() throws Exception {
        Account account = new Account("mt.tich-hop", "Phần mềm một cửa", 0, Set.of("person.read", "payroll.read"));
        access.callAs(Caller.SYSTEM, () -> accounts.add(account));
        Caller owner = new Caller("mt.tich-hop", "Phần mềm một cửa", 0, account.permissions());
        Instant soon = Instant.now().plus(Duration.ofHours(1));
        String token = access.callAs(
                owner, () -> tokens.issue(new TokenDraft("Một cửa", Set.of("person.read"), 0, Set.of("*"), soon)));

        assertEquals(200, bearer("/persons", token));
        assertEquals("not in its scope", 403, bearer("/payroll?program=btxh&month=2026-11", token));
        assertEquals(401, bearer("/persons", token + "x"));
        Set<String> names = new TreeSet<>();
        access.callAs(owner, () -> {
            tokens.mine().forEach(mine -> {
                names.add(mine.name());
                tokens.revoke(mine.id(), "Không dùng nữa");
            });
            return null;
        });
        assertEquals(Set.of("Một cửa"), names);
        assertEquals(401, bearer("/persons", token));
    }

    private static int bearer(String path, String token) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }
}
