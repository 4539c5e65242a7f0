package dev.hcpcs.loader;

/** One line of a release's text, or one row of its sheet. */
interface SourceRow {

    /** An occurrence (from 0) of a field as the file has it, neither stripped nor checked; blank where it is absent. */
    String text(Field field, int occurrence);

    /** Whether no occurrence of a field says anything. Most fields of most records are blank. */
    boolean isBlank(Field field);

    /**
     * Whether every occurrence of a field is written here as in another row of the same file, so that it says the same. May be no
     * for what says the same in another way.
     */
    boolean isAlike(Field field, SourceRow other);

    /** The row as a whole. */
    Place place();

    /** An occurrence (from 0) of a field in the row. */
    Place place(Field field, int occurrence);
}
