package vn.ansinh.database.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import org.apache.openjpa.enhance.PCRegistry;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.database.transaction.Participant;
import vn.ansinh.database.transaction.ThreadTransactions;

/**
 * An open persistence unit. Its factory stays private; what others get is one entity manager that, on each thread, is the one
 * of the thread's transaction.
 */
public final class PersistenceUnit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PersistenceUnit.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final String name;
    private final ClassLoader loader;
    private final EntityManagerFactory factory;
    private final ThreadTransactions transactions;
    private final EntityManager entityManager;
    private int inUse;
    private boolean closed;

    private PersistenceUnit(
            String name, ClassLoader loader, EntityManagerFactory factory, ThreadTransactions transactions) {
        this.name = name;
        this.loader = loader;
        this.factory = factory;
        this.transactions = transactions;
        this.entityManager = (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, new Joined());
    }

    /**
     * Opens a unit and checks that its entities can be mapped.
     *
     * @param descriptor the unit
     * @param schema the database schema of its tables; empty if the entities name it themselves
     * @param root where its classes lie
     * @param loader loads its classes
     * @param transactions what its entity manager joins
     */
    public static PersistenceUnit open(
            UnitDescriptor descriptor, String schema, URL root, ClassLoader loader, ThreadTransactions transactions) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new BothLoaders(loader, PersistenceProviderImpl.class.getClassLoader()));
        try {
            UnitInfo info = new UnitInfo(descriptor, schema, root, loader, transactions.boundDataSource());
            // In a transaction, since the provider asks the database what it can do.
            EntityManagerFactory factory = transactions.call(connection -> {
                EntityManagerFactory fresh =
                        new PersistenceProviderImpl().createContainerEntityManagerFactory(info, Map.of());
                fresh.createEntityManager().close();
                return fresh;
            });
            return new PersistenceUnit(descriptor.name(), loader, factory, transactions);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The unit's name. */
    public String name() {
        return name;
    }

    /** The entity manager of whatever transaction the calling thread is in. */
    public EntityManager entityManager() {
        return entityManager;
    }

    /** Refuses new work, lets running transactions end for a while, then closes the unit and forgets its classes. */
    @Override
    public void close() {
        awaitIdle();
        try {
            factory.close();
        } finally {
            PCRegistry.deRegister(loader);
        }
    }

    private synchronized void awaitIdle() {
        closed = true;
        long deadline = System.nanoTime() + DRAIN.toNanos();
        try {
            while (inUse > 0) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    LOG.warn("Persistence unit {} is closed under {} running transactions", name, inUse);
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void enter() {
        if (closed) {
            throw new IllegalStateException("Persistence unit " + name + " is gone with its bundle");
        }
        inUse++;
    }

    private synchronized void leave() {
        inUse--;
        notifyAll();
    }

    /** An entity manager for the length of one transaction. */
    private final class Session implements Participant {

        private final EntityManager session;

        Session() {
            enter();
            session = factory.createEntityManager();
            session.getTransaction().begin();
        }

        @Override
        public void beforeCommit() {
            session.flush();
        }

        @Override
        public void afterEnd(boolean committed) {
            try {
                // Only the provider's own view of things ends here: the connection has ended its transaction already.
                if (session.getTransaction().isActive()) {
                    if (committed) {
                        session.getTransaction().commit();
                    } else {
                        session.getTransaction().rollback();
                    }
                }
            } finally {
                session.close();
                leave();
            }
        }
    }

    /** Passes every call on to the entity manager of the thread's transaction. */
    private final class Joined implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "equals":
                    return proxy == arguments[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "toString":
                    return "entity manager of " + name;
                case "isOpen":
                    return true;
                case "isJoinedToTransaction":
                    return transactions.current().isPresent();
                case "close", "getTransaction", "joinTransaction", "getEntityManagerFactory":
                    throw new IllegalStateException(
                            method.getName() + ": this entity manager lives and ends with Transactions.call");
                default:
                    break;
            }
            Session session = transactions
                    .current()
                    .orElseThrow(() -> new IllegalStateException("No transaction on this thread: the entity manager of "
                            + name + " is used inside Transactions.call only"))
                    .participant(PersistenceUnit.this, Session::new);
            try {
                return method.invoke(session.session, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
