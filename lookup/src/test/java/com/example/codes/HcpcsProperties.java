package com.example.codes;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

@ConfigurationProperties("hcpcs")
public record HcpcsProperties(Path snapshot, @DefaultValue("1m") Duration pollInterval) {

    public HcpcsProperties {
        Assert.notNull(snapshot, "hcpcs.snapshot is not set: state the path of a snapshot");
    }
}
