package vn.ansinh.api.transaction;

/** Tells on whose behalf the current thread works; published by the core, asked whenever a transaction begins. */
@FunctionalInterface
public interface ScopeSource {

    /** The scope of this thread; {@link Scope#NOTHING} when nobody acts. */
    Scope scope();
}
