package dev.hcpcs.loader.cli;

import dev.hcpcs.loader.verify.Finding;
import dev.hcpcs.loader.verify.Finding.Severity;
import dev.hcpcs.loader.verify.Verification;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verifications as programs read them, with every finding. Every name is always there; what is blank is an empty text. */
final class VerifyJson {

    private VerifyJson() {
    }

    static String write(List<Verification> verifications) {
        ObjectNode json = AnswerJson.MAPPER.createObjectNode();
        ArrayNode releases = json.putArray("releases");
        verifications.forEach(verification -> releases.add(verification(verification)));
        return AnswerJson.text(json) + "\n";
    }

    private static ObjectNode verification(Verification verification) {
        ObjectNode json = AnswerJson.release(verification.release());
        ArrayNode files = json.putArray("files");
        verification.files().forEach(files::add);
        json.put("records", verification.records()).put("procedures", verification.procedures())
                .put("modifiers", verification.modifiers()).put("verified", verification.isVerified());
        json.putObject("counts").put("errors", verification.count(Severity.ERROR))
                .put("remarks", verification.count(Severity.REMARK));
        ObjectNode notMade = json.putObject("notMade");
        verification.notMade().forEach((check, why) -> notMade.put(check.name(), why));
        ArrayNode findings = json.putArray("findings");
        verification.findings().forEach(finding -> findings.add(finding(finding)));
        return json;
    }

    private static ObjectNode finding(Finding finding) {
        return AnswerJson.MAPPER.createObjectNode().put("check", finding.check().name())
                .put("severity", finding.severity().name()).put("code", finding.code()).put("field", finding.field())
                .put("value", finding.value()).put("against", finding.against()).put("place", finding.place())
                .put("message", finding.message());
    }
}
