package com.example.codes;

import dev.hcpcs.lookup.InvalidCodeException;
import dev.hcpcs.lookup.LiveIndex;
import dev.hcpcs.lookup.Status;
import dev.hcpcs.lookup.UnknownCodeException;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class CodeController {

    private final LiveIndex live;

    CodeController(LiveIndex live) {
        this.live = live;
    }

    @GetMapping("/codes/{code}")
    CodeAnswer code(@PathVariable("code") String code,
            @RequestParam("on") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        return CodeAnswer.of(live.lookup(code, on));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownCodeException e) {
        return problem(HttpStatus.NOT_FOUND, Status.UNKNOWN_CODE, e);
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidCodeException e) {
        return e.reason() == InvalidCodeException.Reason.MALFORMED
                ? problem(HttpStatus.BAD_REQUEST, Status.INVALID_CODE, e)
                : problem(HttpStatus.NOT_FOUND, Status.NOT_LEVEL_II, e);
    }

    private static ProblemDetail problem(HttpStatus http, Status status, Exception e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(http, e.getMessage());
        problem.setProperty("codeStatus", status);
        return problem;
    }
}
