package vn.ansinh.api.operation;

import java.util.List;

/**
 * Numbers that somebody counts when monitoring asks. Published as a service; called at most every few seconds, on any thread, as
 * {@link vn.ansinh.api.access.Caller#SYSTEM}.
 */
public interface Figures {

    /** The numbers now. One that cannot be counted is left out. */
    List<Figure> now();
}
