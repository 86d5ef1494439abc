package vn.ansinh.testkit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.api.job.JobContext;

/** What a job handler sees when a test calls it, with what the handler left. */
public class TriedJob implements JobContext {

    private final Map<String, String> parameters;
    private final Path file;
    private final Map<String, String> results = new HashMap<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private String message;

    /** A job without a file. */
    public TriedJob(Map<String, String> parameters) {
        this(parameters, null);
    }

    /** @param file what it works on, {@code null} for none */
    public TriedJob(Map<String, String> parameters, Path file) {
        this.parameters = parameters;
        this.file = file;
    }

    /** The job's result. */
    public Map<String, String> results() {
        return results;
    }

    /** The output file; empty when none was made. */
    public byte[] written() {
        return output.toByteArray();
    }

    /** What it told last, {@code null} for nothing. */
    public String message() {
        return message;
    }

    @Override
    public long id() {
        return 1;
    }

    @Override
    public String parameter(String name) {
        return parameters.get(name);
    }

    @Override
    public String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void progress(long done, long total, String told) {
        message = told;
    }

    @Override
    public void result(String name, String value) {
        results.put(name, value);
    }

    @Override
    public OutputStream output(String name, String mediaType) {
        output.reset();
        return output;
    }
}
