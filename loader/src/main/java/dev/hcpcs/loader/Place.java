package dev.hcpcs.loader;

/**
 * Where in a file something stands.
 *
 * @param file    the file's name, behind that of its ZIP where it is in one
 * @param unit    {@code line} in texts, {@code row} in workbooks
 * @param number  1-based; 0 where the whole file is meant
 * @param columns {@code columns 233-240} in texts, {@code column ASC_DT} in workbooks and CSV; blank where the whole line
 *                is meant
 */
record Place(String file, String unit, int number, String columns) {

    static Place file(String file) {
        return new Place(file, "", 0, "");
    }

    Place columns(String within) {
        return new Place(file, unit, number, within);
    }

    @Override
    public String toString() {
        return file + (number == 0 ? "" : " " + unit + " " + number) + (columns.isEmpty() ? "" : " " + columns);
    }
}
