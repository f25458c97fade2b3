package prongsai.deploy;

/** In what servers differ, as far as {@link ConnectionContract} has to know. */
abstract class ContractTraits {

    /** Whether the server tells when files were changed. */
    boolean tellsTimes() {
        return true;
    }

    /** Whether the server lists hidden files. */
    boolean tellsHidden() {
        return true;
    }

    /** Whether listings are lines, so that a line break in a name makes two of them. */
    boolean listsLines() {
        return false;
    }

    /** Whether a file can be written that must not be there before, and so is no link. FTP cannot. */
    boolean makesFilesAnew() {
        return true;
    }

    /** Whether it is a store of objects, which has no folders of its own and sets no times. */
    boolean isObjectStore() {
        return false;
    }

    /** Whether it is such a store over real folders, and fails where one is in the way of a name. */
    boolean hasRealFolders() {
        return !isObjectStore();
    }

    /** Whether the server says whether what it lists is a link. */
    boolean tellsLinks() {
        return true;
    }
}
