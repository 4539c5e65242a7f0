package dev.hcpcs.lookup;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once for all threads. */
final class Once<T> implements Supplier<T> {

    /** Null once it has been asked. */
    private @Nullable Supplier<T> maker;
    private volatile @Nullable T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T value = made;
        return value != null ? value : make();
    }

    private synchronized T make() {
        T value = made;
        if (value == null) {
            value = requireNonNull(maker).get();
            made = value;
            maker = null;
        }
        return value;
    }
}
