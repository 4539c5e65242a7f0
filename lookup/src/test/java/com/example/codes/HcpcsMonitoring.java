package com.example.codes;

import dev.hcpcs.lookup.LiveIndex;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.micrometer.LiveIndexMetrics;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class HcpcsMonitoring {

    @Bean
    LiveIndexMetrics liveIndexMetrics(LiveIndex live) {
        return new LiveIndexMetrics(live);
    }

    @Bean
    HealthIndicator hcpcsHealthIndicator(LiveIndex live) {
        return () -> {
            List<Release> releases = live.index().releases();
            return Health.up()
                    .withDetail("newestRelease", releases.get(releases.size() - 1).quarter().toString())
                    .withDetail("ageInDays", live.ageOfNewestRelease(Clock.systemDefaultZone()).toDays())
                    .withDetail("loadedAt", live.loadedAt())
                    .withDetail("refusals", live.refusals())
                    .build();
        };
    }
}
