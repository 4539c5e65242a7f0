<#-- Writes each module's THIRD-PARTY.md. -->
# Third-party libraries

All that this module needs at run time, what is optional included, with versions and licenses. `mvn verify` holds the list
against the build.

| Library | Version | License |
|---|---|---|
<#list dependencyMap as entry>
<#assign library = entry.getKey()/>
<#if library.groupId != "dev.hcpcs">
| ${library.groupId}:${library.artifactId} | ${library.version} | ${entry.getValue()?join(" or ")} |
</#if>
</#list>
