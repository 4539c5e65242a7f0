package dev.hcpcs.loader.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy the environment names. */
class EnvironmentProxyTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://proxy.example:8080, https://www.cms.gov/, proxy.example:8080",
        "https_proxy, http://user:word@proxy.example:8080/, https://www.cms.gov/, proxy.example:8080",
        "https_proxy, proxy.example, https://www.cms.gov/, proxy.example:80",
        "HTTP_PROXY, http://proxy.example:8080, http://www.cms.gov/, proxy.example:8080",
        "HTTP_PROXY, http://proxy.example:8080, https://www.cms.gov/, DIRECT",
        "HTTPS_PROXY, http://proxy.example:8080, https://127.0.0.1:1234/, DIRECT",
        "HTTPS_PROXY, http://proxy.example:8080, https://localhost/, DIRECT",
        "HTTPS_PROXY, '', https://www.cms.gov/, DIRECT"})
    void variables(String name, String value, String address, String proxy) {
        assertThat(proxy(Map.of(name, value), address)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource({"*, true", "www.cms.gov, true", "cms.gov, true", ".cms.gov, true", "*.gov, true", 
        "'a.example, CMS.GOV:443', true", "ms.gov, false", "a.www.cms.gov, false", "'', false"})
    void exceptions(String listed, boolean direct) {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy.example:8080", "no_proxy", listed);
        assertThat(proxy(environment, "https://www.cms.gov/")).isEqualTo(direct ? "DIRECT" : "proxy.example:8080");
    }

    @ParameterizedTest
    @CsvSource({"[2001:db8::1], true", "2001:db8::1, true", "[2001:DB8::1]:8443, true", "'a.example,[2001:db8::1]', true",
        "[2001:db8::2], false", "2001, false", "'[2001:db8::1', false"})
    void exceptionsOfAnAddress(String listed, boolean direct) {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "http://proxy.example:8080", "no_proxy", listed);
        assertThat(proxy(environment, "https://[2001:db8::1]/")).isEqualTo(direct ? "DIRECT" : "proxy.example:8080");
    }

    @Test
    void systemPropertiesComeFirst() {
        System.setProperty("https.proxyHost", "other.example");
        try {
            assertThat(proxy(Map.of("HTTPS_PROXY", "http://proxy.example:8080"), "https://www.cms.gov/"))
                    .isEqualTo("other.example:443");
        } finally {
            System.clearProperty("https.proxyHost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://user:word@proxy.example:1080", "https://proxy.example", "http://", "a b"})
    void whatIsNoHttpProxyIsRefusedWithoutTellingAPassword(String value) {
        assertThatThrownBy(() -> proxy(Map.of("https_proxy", value), "https://www.cms.gov/"))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("the environment variable HTTPS_PROXY names"
                        + " no HTTP proxy: expected for example http://proxy.example.org:8080");
    }

    private static String proxy(Map<String, String> environment, String address) {
        Proxy proxy = new EnvironmentProxy(environment).select(URI.create(address)).get(0);
        if (proxy.type() == Proxy.Type.DIRECT) {
            return "DIRECT";
        }
        InetSocketAddress socket = (InetSocketAddress) proxy.address();
        return socket.getHostString() + ":" + socket.getPort();
    }
}
