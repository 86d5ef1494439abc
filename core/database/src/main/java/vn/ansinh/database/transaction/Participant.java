package vn.ansinh.database.transaction;

/** Something that keeps changes of its own during a transaction, an entity manager for instance. */
public interface Participant {

    /** Writes what it holds back; the transaction is about to be committed, and may still fail. */
    void beforeCommit();

    /**
     * Lets go of everything; the transaction is over.
     *
     * @param committed whether the changes are in the database
     */
    void afterEnd(boolean committed);
}
