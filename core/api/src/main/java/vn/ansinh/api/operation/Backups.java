package vn.ansinh.api.operation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import vn.ansinh.api.transaction.Transactions.SqlWork;

/**
 * Copies of everything a province would need after a fire: the database with its log, the files of jobs, the heads of the
 * audit. Work goes on meanwhile. For the local console only: who may call it may read everything.
 */
public interface Backups {

    /**
     * Takes a backup into a new directory below {@code parent}, named by the moment; one that was interrupted keeps the ending
     * {@code .unfinished} and is never taken for a backup.
     *
     * @param progress told in Vietnamese how far it is
     * @throws vn.ansinh.api.problem.Problem CONFLICT when the database is not ours to copy, INVALID for a directory that cannot
     *     be used or has too little room
     */
    Backup take(Path parent, Consumer<String> progress);

    /**
     * Copies a backup into an empty directory, every file checked by its hash. The result is a data directory: An Sinh starts on
     * it.
     *
     * @throws vn.ansinh.api.problem.Problem INVALID when the directory is not empty, CONFLICT when the backup is damaged or of
     *     another major version
     */
    Backup restore(Path backup, Path empty, Consumer<String> progress);

    /**
     * Starts the database of a restored data directory on a port of its own, lets {@code work} look at it as its owner, and stops
     * it. Never for a directory that is in use.
     */
    <T> T inspect(Path dataDirectory, SqlWork<T> work);

    /**
     * A backup that was taken or restored.
     *
     * @param directory where it lies
     * @param at when the copy was begun
     * @param server PostgreSQL's version, for instance {@code 17.11.0}
     */
    record Backup(Path directory, Instant at, String server, long files, long bytes) {}
}
