package dev.hcpcs.loader.cli;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.HashMapResourceProvider;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.hl7.fhir.r4.model.CodeSystem;

/** HAPI FHIR's plain server for code systems of R4, which it keeps in memory, at a free port of the loopback address. */
final class FhirServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Tomcat tomcat = new Tomcat();

    /** @param folder takes what Tomcat writes */
    FhirServer(Path folder) throws LifecycleException {
        FhirContext fhir = FhirContext.forR4();
        RestfulServer codeSystems = new RestfulServer(fhir);
        codeSystems.registerProvider(new HashMapResourceProvider<>(fhir, CodeSystem.class));
        tomcat.setSilent(true);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", HOST);
        StandardContext context = (StandardContext) tomcat.addContext("", folder.toAbsolutePath().toString());
        // Else it warns that it may not look for what leaks.
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        Tomcat.addServlet(context, "fhir", codeSystems).addMapping("/fhir/*");
        tomcat.start();
    }

    /** Without a path: {@code http://127.0.0.1:50123}. */
    String address() {
        return "http://" + HOST + ":" + tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
