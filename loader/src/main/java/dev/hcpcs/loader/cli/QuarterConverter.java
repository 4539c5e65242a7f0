package dev.hcpcs.loader.cli;

import dev.hcpcs.lookup.Quarter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a quarter as {@code 2020-OCT}. */
final class QuarterConverter implements ITypeConverter<Quarter> {

    @Override
    public Quarter convert(String text) {
        try {
            return Quarter.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
