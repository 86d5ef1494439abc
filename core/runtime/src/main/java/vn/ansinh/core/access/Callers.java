package vn.ansinh.core.access;

import java.util.Optional;
import vn.ansinh.api.access.Caller;

/** For the core's own rooms: what an account may do now, to let deferred work act as it. */
public interface Callers {

    /**
     * @param tokenId the token that put the work off, as {@link Caller#tokenId}; 0 for the account itself
     * @return empty when the account or the token does not exist any more or has ended
     */
    Optional<Caller> now(String account, long tokenId);
}
