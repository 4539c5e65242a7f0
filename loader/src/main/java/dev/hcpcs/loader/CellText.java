package dev.hcpcs.loader;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Writes a number as a release's text has it: plain digits, a date as YYYYMMDD; not as the cell would be displayed. */
final class CellText extends DataFormatter {

    /** 31 December 9999; a number beyond it is none of Excel's dates, whatever its format, but one written as YYYYMMDD. */
    private static final double LAST_DAY = 2_958_465;

    @Override
    public String formatRawCellContents(double value, int formatIndex, String format, boolean use1904Windowing) {
        if (DateUtil.isValidExcelDate(value) && value <= LAST_DAY && DateUtil.isADateFormat(formatIndex, format)) {
            return DateTimeFormatter.BASIC_ISO_DATE.format(DateUtil.getLocalDateTime(value, use1904Windowing));
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
