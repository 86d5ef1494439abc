package vn.ansinh.core.access;

import java.util.Optional;
import vn.ansinh.api.access.Caller;

/** For the core's own rooms: what an account may do now, to let deferred work act as it. */
public interface Callers {

    /** @return empty when the account does not exist any more */
    Optional<Caller> byAccount(String account);
}
