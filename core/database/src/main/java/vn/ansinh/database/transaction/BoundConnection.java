package vn.ansinh.database.transaction;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connection of a transaction as those inside it see it: everything works, except what would end the transaction behind
 * its back.
 */
final class BoundConnection implements InvocationHandler {

    /** What happens to a worker that tries to commit, roll back or close. */
    enum Ending {
        /** It is told that it may not. */
        REFUSED,
        /** It is told that all is well, and nothing happens: for libraries that believe the connection is theirs. */
        IGNORED
    }

    private final Connection target;
    private final Ending ending;
    private volatile boolean over;

    private BoundConnection(Connection target, Ending ending) {
        this.target = target;
        this.ending = ending;
    }

    /** A view of the connection for one transaction. */
    static Connection view(Connection target, Ending ending) {
        return (Connection) Proxy.newProxyInstance(
                BoundConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new BoundConnection(target, ending));
    }

    /** Makes a view useless: the transaction is over, the connection belongs to someone else. */
    static void expire(Connection view) {
        ((BoundConnection) Proxy.getInvocationHandler(view)).over = true;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "connection of a transaction";
            case "isClosed":
                return over || target.isClosed();
            case "close", "commit", "setAutoCommit", "abort":
                return end(method);
            case "rollback":
                if (arguments == null || arguments.length == 0) {
                    return end(method);
                }
                break;
            default:
                break;
        }
        if (over) {
            throw new SQLException("The transaction is over: its connection must not be kept");
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object end(Method method) {
        if (ending == Ending.REFUSED) {
            throw new IllegalStateException(method.getName()
                    + " is not for the work of a transaction: it ends when the work returns or throws");
        }
        return null;
    }
}
