package vn.ansinh.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.StringJoiner;

/** An integrator's program: JSON over HTTP with an account of An Sinh. */
public final class RestClient {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final String authorization;

    /** @param server as {@link RunningDistribution#url()} */
    public RestClient(String server, String account, String password) {
        this(server, "Basic " + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(UTF_8)));
    }

    private RestClient(String server, String authorization) {
        this.root = server + "/api/v1";
        this.authorization = authorization;
    }

    /** With a token instead of an account. */
    public static RestClient bearer(String server, String token) {
        return new RestClient(server, "Bearer " + token);
    }

    /** What a resource answers. @param query names and values in turn, encoded here */
    public JsonNode get(String path, Object... query) throws IOException, InterruptedException {
        return json(send("GET", path + queryOf(query), null, BodyPublishers.noBody(), 200));
    }

    /** Sends JSON; {@code body} is anything Jackson writes. */
    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return json(
                send("POST", path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), 0));
    }

    /** Sends a file as it is. */
    public JsonNode upload(String path, String mediaType, Path file, Object... query)
            throws IOException, InterruptedException {
        return json(send("POST", path + queryOf(query), mediaType, BodyPublishers.ofFile(file), 0));
    }

    /** Puts something in place that the path names. */
    public void put(String path) throws IOException, InterruptedException {
        send("PUT", path, null, BodyPublishers.noBody(), 0);
    }

    /** Takes something away that the path names. */
    public void delete(String path) throws IOException, InterruptedException {
        send("DELETE", path, null, BodyPublishers.noBody(), 0);
    }

    /** Sends a file that is not taken. @return the problem, as JSON */
    public JsonNode refused(String path, String mediaType, Path file, Object... query)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = exchange("POST", path + queryOf(query), mediaType, BodyPublishers.ofFile(file));
        if (response.statusCode() < 400) {
            throw new AssertionError("POST " + path + " took " + file + ": " + new String(response.body(), UTF_8));
        }
        return json(response);
    }

    /** Sends JSON that is not taken. @return the problem, as JSON */
    public JsonNode refused(String path, Object body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                exchange("POST", path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (response.statusCode() < 400) {
            throw new AssertionError("POST " + path + " took " + body + ": " + new String(response.body(), UTF_8));
        }
        return json(response);
    }

    /** A file that a resource answers. */
    public byte[] download(String path, Object... query) throws IOException, InterruptedException {
        return send("GET", path + queryOf(query), null, BodyPublishers.noBody(), 200)
                .body();
    }

    /** The status alone, whatever it is. */
    public int status(String path) throws IOException, InterruptedException {
        return exchange("GET", path, null, BodyPublishers.noBody()).statusCode();
    }

    /** Waits until a job ended and returns it as it then stands. */
    public JsonNode await(long job) throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        JsonNode found = get("/jobs/" + job);
        while (!isEnded(found) && Instant.now().isBefore(latest)) {
            Thread.sleep(50);
            found = get("/jobs/" + job);
        }
        return found;
    }

    /** Whether nothing more will happen to a job. */
    public static boolean isEnded(JsonNode job) {
        return switch (job.path("state").asText()) {
            case "DONE", "FAILED", "CANCELLED" -> true;
            default -> false;
        };
    }

    private HttpResponse<byte[]> send(String method, String path, String mediaType, BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> response = exchange(method, path, mediaType, body);
        // A reader comes again when it is told to: the database may be on its way back.
        Instant latest = Instant.now().plus(AWAY);
        while (response.statusCode() == 503
                && method.equals("GET")
                && Instant.now().isBefore(latest)) {
            Thread.sleep(500);
            response = exchange(method, path, mediaType, body);
        }
        int status = response.statusCode();
        if (expected == 0 ? status >= 300 : status != expected) {
            throw new AssertionError(
                    method + " " + path + " answered " + status + ": " + new String(response.body(), UTF_8));
        }
        return response;
    }

    private HttpResponse<byte[]> exchange(String method, String path, String mediaType, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .method(method, body);
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
    }

    private static String queryOf(Object... namesAndValues) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i] + "=" + URLEncoder.encode(String.valueOf(namesAndValues[i + 1]), UTF_8));
        }
        return query.toString();
    }
}
