package dev.hcpcs.loader.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The proxy that the usual environment variables name, {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} in either
 * letter case. The JDK does not know them; its own system properties ({@code https.proxyHost}) come first where they are set.
 */
final class EnvironmentProxy extends ProxySelector {

    private final Map<String, String> environment;

    EnvironmentProxy(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** @throws IllegalArgumentException if the variable for the address names no proxy that the JDK can use */
    @Override
    public List<Proxy> select(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        ProxySelector standard = ProxySelector.getDefault();
        boolean stated = System.getProperty(scheme + ".proxyHost") != null || Boolean.getBoolean("java.net.useSystemProxies");
        if (stated && standard != null) {
            return standard.select(address);
        }
        return List.of(isDirect(address.getHost().toLowerCase(Locale.ROOT)) ? Proxy.NO_PROXY : proxy(scheme));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // There is no other to try.
    }

    private Proxy proxy(String scheme) {
        String stated = variable(scheme + "_proxy");
        if (stated.isEmpty()) {
            return Proxy.NO_PROXY;
        }
        try {
            URI proxy = URI.create(stated.contains("://") ? stated : "http://" + stated);
            if ("http".equalsIgnoreCase(proxy.getScheme()) && proxy.getHost() != null) {
                int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
                return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port));
            }
        } catch (IllegalArgumentException e) {
            // Told below; without the value, which may hold a password.
        }
        throw new IllegalArgumentException("the environment variable " + scheme.toUpperCase(Locale.ROOT)
                + "_PROXY names no HTTP proxy: expected for example http://proxy.example.org:8080");
    }

    /** Never through a proxy: this machine, as the JDK has it, and what NO_PROXY lists. */
    private boolean isDirect(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")
                || Arrays.stream(variable("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .map(entry -> entry.replaceFirst("^\\*?\\.", "").replaceFirst("^([^:]*|\\[.*\\]):\\d+$", "$1"))
                        // An address of version 6 is in brackets in an URI; here it may be, and has to be before a port.
                        .map(entry -> entry.replaceFirst("^[^\\[]*:.*:.*$", "[$0]"))
                        .anyMatch(entry -> entry.equals("*") || host.equals(entry)
                                || !entry.isEmpty() && host.endsWith("." + entry));
    }

    private String variable(String name) {
        String lower = environment.getOrDefault(name, "");
        return (lower.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower).strip();
    }
}
