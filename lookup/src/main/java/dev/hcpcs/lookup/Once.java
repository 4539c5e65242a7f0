package dev.hcpcs.lookup;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, once for all threads. */
final class Once<T> implements Supplier<T> {

    private Supplier<T> maker;
    private volatile T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T value = made;
        return value != null ? value : make();
    }

    private synchronized T make() {
        if (made == null) {
            made = maker.get();
            maker = null;
        }
        return made;
    }
}
