/** Reads CMS's HCPCS Level II releases for an index of {@code dev.hcpcs.lookup}, and holds the command line. */
@SuppressWarnings("requires-automatic")
module dev.hcpcs.loader {
    requires transitive dev.hcpcs.lookup;
    requires static transitive org.jspecify;
    requires info.picocli;
    requires io.github.javadiffutils;
    requires java.net.http;
    requires java.xml;
    requires me.tongfei.progressbar;
    requires org.apache.commons.compress;
    requires org.apache.commons.csv;
    requires org.apache.poi.ooxml;
    requires org.apache.poi.poi;
    requires org.jline.nativ;
    requires tools.jackson.core;
    requires transitive tools.jackson.databind;

    exports dev.hcpcs.loader;
    exports dev.hcpcs.loader.change;
    exports dev.hcpcs.loader.correction;
    exports dev.hcpcs.loader.export;
    exports dev.hcpcs.loader.fetch;
    exports dev.hcpcs.loader.publish;
    exports dev.hcpcs.loader.verify;

    opens dev.hcpcs.loader.cli to info.picocli;
}
