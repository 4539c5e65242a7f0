package com.example.codes;

import dev.hcpcs.lookup.LiveIndex;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HcpcsProperties.class)
public class HcpcsConfiguration {

    @Bean
    LiveIndex liveIndex(HcpcsProperties properties) {
        try {
            return LiveIndex.open(properties.snapshot(), properties.pollInterval());
        } catch (IOException e) {
            throw new InvalidConfigurationPropertyValueException("hcpcs.snapshot", properties.snapshot(),
                    "The snapshot cannot be opened: " + e);
        }
    }
}
