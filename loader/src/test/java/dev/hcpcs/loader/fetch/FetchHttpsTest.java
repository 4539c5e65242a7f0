package dev.hcpcs.loader.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.hcpcs.lookup.Quarter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * HTTPS, with a certificate that only a trust store of one's own knows. The JDK reads its trust store once, and the environment
 * is a process's own, so that these runs are processes of their own.
 */
class FetchHttpsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path keys;
    private static Path keyStore;
    private static ReleaseServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        keyStore = keys.resolve("keys.p12");
        Process keytool = new ProcessBuilder(jdk("keytool"), "-genkeypair", "-keyalg", "EC", "-keystore", keyStore.toString(),
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-dname", "CN=test", "-ext", "san=dns:cms.example,ip:127.0.0.1")
                .redirectErrorStream(true).start();
        assertThat(new String(keytool.getInputStream().readAllBytes())).doesNotContain("rror");
        assertThat(keytool.waitFor()).isZero();

        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        server = new ReleaseServer(https, ReleaseServer.zip(ReleaseServer.JANUARY));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void unknownCertificateIsRefused() {
        ReleaseAddress address = new ReleaseAddress("https://127.0.0.1:" + server.port() + "/{month}-{year}.zip");
        assertThatThrownBy(() -> ReleaseFetch.from(address).fetch(Quarter.parse("2026-JAN"), folder, false))
                .isInstanceOf(FetchException.class)
                .hasMessageContainingAll("no secure connection", "-Djavax.net.ssl.trustStore=FILE");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void environmentNamesTheAddressAndTheProxy() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy(server.port())) {
            String printed = fetch(0, Map.of("HCPCS_ADDRESS", "https://cms.example/{month}-{year}.zip",
                    "HTTPS_PROXY", "http://127.0.0.1:" + proxy.port()));

            assertThat(printed).contains("hcpcs: downloaded https://cms.example/january-2026.zip");
            assertThat(proxy.requests()).containsExactly("CONNECT cms.example:443 HTTP/1.1");
        }
    }

    @Test
    void redirectFromHttpsToHttpIsNotFollowed() throws Exception {
        server.once(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + server.port() + "/plain.zip");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThat(fetch(2, Map.of("HCPCS_ADDRESS", "https://127.0.0.1:" + server.port() + "/{month}-{year}.zip")))
                .contains("HTTP 302 to http://127.0.0.1", "redirects are followed to https only");
    }

    /** @return what it printed */
    private String fetch(int exit, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk("java"), "-Djavax.net.ssl.trustStore=" + keyStore,
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD, "-cp", System.getProperty("java.class.path"),
                "dev.hcpcs.loader.cli.Hcpcs", "fetch", "2026-JAN", "--to", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isEqualTo(exit);
        return printed;
    }

    private static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }
}
