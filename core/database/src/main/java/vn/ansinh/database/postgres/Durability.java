package vn.ansinh.database.postgres;

/** What a commit is worth. */
public enum Durability {
    /** A commit survives the loss of power: for everything real. */
    SAFE,
    /** Nothing survives, everything is fast: for tests on data that are thrown away. */
    THROW_AWAY
}
