package dev.hcpcs.loader.export;

import dev.hcpcs.loader.export.ConceptProperty.Type;
import dev.hcpcs.lookup.CodeHistory;
import dev.hcpcs.lookup.CodedValue;
import dev.hcpcs.lookup.HcpcsCode;
import dev.hcpcs.lookup.HcpcsIndex;
import dev.hcpcs.lookup.HcpcsRecord;
import dev.hcpcs.lookup.RecordField;
import dev.hcpcs.lookup.Release;
import dev.hcpcs.lookup.ReleaseContent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * One release as a FHIR R4 CodeSystem in JSON: procedures and modifiers, one concept for each code, a line for each concept.
 *
 * <pre>
 * {"resourceType":"CodeSystem",…,"version":"2025-10","content":"complete","count":8846,"property":[…],"concept":[
 * {"code":"A0021","display":"…","designation":[…],"property":[…]}
 * …
 * </pre>
 *
 * <p>Its uri and identifier are those that HL7 has registered for HCPCS Level II.
 */
public final class CodeSystemJson {

    /** CMS's releases have had more than 5,800 codes since 2012, so what is much smaller is known to be no whole one. */
    private static final int FEWEST_CODES = 5_000;
    /** CMS's releases grow from one to the next, so what has much fewer codes than the one before lacks some. */
    private static final double FEWEST_OF_EARLIER = 0.9;

    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final HcpcsIndex index;
    private final ReleaseContent content;
    private final LocalDate effectiveDate;
    private final JsonGenerator json;

    private CodeSystemJson(HcpcsIndex index, ReleaseContent content, JsonGenerator json) {
        this.index = index;
        this.content = content;
        this.effectiveDate = content.release().quarter().effectiveDate();
        this.json = json;
    }

    /**
     * Writes a release. Its {@code content} is {@code complete} from 5,000 codes on, else {@code fragment}, as that of samples;
     * and {@code fragment} with fewer than 90 % of the codes of the release before.
     *
     * @param index what the release is one of: it tells which codes CMS has reused, and which release was before
     * @return how many concepts there were
     * @throws IOException if the stream cannot be written
     */
    public static long write(ReleaseContent release, HcpcsIndex index, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            new CodeSystemJson(index, release, json).write();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        return release.records().size();
    }

    private void write() {
        json.writeStartObject();
        writeHead(content.release(), isWhole());
        json.writeArrayPropertyStart("property");
        ConceptProperty.all().forEach(this::writeDeclaration);
        json.writeEndArray();
        json.writeArrayPropertyStart("concept");
        for (HcpcsRecord record : content.records()) {
            json.writeRaw('\n');
            writeConcept(record);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private boolean isWhole() {
        int before = index.contents().stream().filter(each -> each.release().compareTo(content.release()) < 0)
                .mapToInt(each -> each.records().size()).reduce(0, (earlier, later) -> later);
        return content.records().size() >= Math.max(FEWEST_CODES, FEWEST_OF_EARLIER * before);
    }

    private void writeHead(Release release, boolean whole) {
        String version = String.format(Locale.ROOT, "%d-%02d", effectiveDate.getYear(), effectiveDate.getMonthValue());
        String title = "HCPCS Level II, release of " + release.quarter() + (whole ? "" : " (a part of one)");
        json.writeStringProperty("resourceType", "CodeSystem");
        json.writeStringProperty("id", "hcpcs-" + version);
        json.writeStringProperty("language", "en-US");
        json.writeObjectPropertyStart("text");
        json.writeStringProperty("status", "generated");
        json.writeStringProperty("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-US\" xml:lang=\"en-US\">" + title
                + "</div>");
        json.writeEndObject();
        json.writeStringProperty("url", "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets");
        json.writeArrayPropertyStart("identifier");
        json.writeStartObject();
        json.writeStringProperty("system", "urn:ietf:rfc:3986");
        json.writeStringProperty("value", "urn:oid:2.16.840.1.113883.6.285");
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringProperty("version", version);
        json.writeStringProperty("name", "HCPCSReleaseCodeSets");
        json.writeStringProperty("title", title);
        json.writeStringProperty("status", "active");
        json.writeBooleanProperty("experimental", !whole);
        json.writeStringProperty("date", effectiveDate.toString());
        json.writeStringProperty("publisher", "Centers for Medicare & Medicaid Services (CMS)");
        json.writeStringProperty("description", "Procedure codes and modifiers of the file " + release.name() + ", SHA-256 "
                + release.sha256() + ". CPT and dental codes are not among them.");
        json.writeStringProperty("copyright", "HCPCS Level II codes are in the public domain.");
        json.writeBooleanProperty("caseSensitive", false);
        json.writeBooleanProperty("compositional", false);
        // CMS reuses codes for other things.
        json.writeBooleanProperty("versionNeeded", true);
        json.writeStringProperty("content", whole ? "complete" : "fragment");
        // It counts all concepts of the code system, which a fragment cannot tell.
        if (whole) {
            json.writeNumberProperty("count", content.records().size());
        }
    }

    private void writeDeclaration(ConceptProperty property) {
        json.writeStartObject();
        json.writeStringProperty("code", property.code());
        json.writeStringProperty("uri", property.uri());
        json.writeStringProperty("description", property.description());
        json.writeStringProperty("type", property.type().key);
        json.writeEndObject();
    }

    /** The short description needs no use: without one, a designation is for display. */
    private void writeConcept(HcpcsRecord record) {
        json.writeStartObject();
        json.writeStringProperty("code", record.code().value());
        if (!record.longDescription().isEmpty()) {
            json.writeStringProperty("display", record.longDescription());
        }
        if (!record.shortDescription().isEmpty()) {
            json.writeArrayPropertyStart("designation");
            json.writeStartObject();
            json.writeStringProperty("value", record.shortDescription());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("property");
        writeStatus(record);
        writeValue(ConceptProperty.KIND, record.code().isModifier() ? "modifier" : "procedure");
        for (RecordField field : ConceptProperty.FIELDS) {
            ConceptProperty property = ConceptProperty.of(field);
            field.values(record).forEach(value -> writeValue(property, value));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeStatus(HcpcsRecord record) {
        Optional<LocalDate> retirement = record.terminationDate().map(lastDay -> lastDay.plusDays(1));
        boolean retired = retirement.filter(day -> !day.isAfter(effectiveDate)).isPresent();
        writeValue(ConceptProperty.STATUS, retired ? "retired" : "active");
        writeValue(ConceptProperty.INACTIVE, retired);
        (retired ? retirement : start(record)).ifPresent(day -> writeValue(ConceptProperty.EFFECTIVE_DATE, day));
        retirement.ifPresent(day -> writeValue(ConceptProperty.RETIREMENT_DATE, day));
        retirement.ifPresent(day -> record.crossReferences().stream().filter(this::isConcept)
                .filter(code -> isMeant(code, day)).forEach(code -> writeValue(ConceptProperty.REPLACED_BY_CODE, code)));
    }

    /** When the code became active the last time, as far as the record tells: it states the last action only. */
    private static Optional<LocalDate> start(HcpcsRecord record) {
        boolean reactivated = record.action().filter(action -> action.code().equals("R")).isPresent();
        return reactivated ? record.actionEffectiveDate().or(record::addedDate)
                : record.addedDate().or(record::actionEffectiveDate);
    }

    private boolean isConcept(String crossReference) {
        return HcpcsCode.find(crossReference).filter(code -> code.value().equals(crossReference)).flatMap(content::find)
                .isPresent();
    }

    /**
     * Whether a code was, when another one was retired in its favour, what it is in the release: CMS may have reused it for
     * something else since.
     */
    private boolean isMeant(String code, LocalDate retirement) {
        return index.findHistory(code).filter(history -> life(history, retirement) == life(history, effectiveDate)).isPresent();
    }

    private static int life(CodeHistory history, LocalDate day) {
        return history.on(day).version().life();
    }

    private void writeValue(ConceptProperty property, Object value) {
        json.writeStartObject();
        json.writeStringProperty("code", property.code());
        json.writeName(property.type().valueKey);
        if (value instanceof CodedValue coded) {
            writeCoding(coded);
        } else if (property.type() == Type.BOOLEAN) {
            json.writeBoolean((boolean) value);
        } else if (property.type() == Type.INTEGER) {
            json.writeNumber((int) value);
        } else {
            json.writeString(value.toString());
        }
        json.writeEndObject();
    }

    private void writeCoding(CodedValue value) {
        json.writeStartObject();
        json.writeStringProperty("system", ConceptProperty.OWN + value.field().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringProperty("code", value.code());
        value.label().ifPresent(label -> json.writeStringProperty("display", label));
        json.writeEndObject();
    }
}
