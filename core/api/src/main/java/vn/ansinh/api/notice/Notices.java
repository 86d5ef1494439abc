package vn.ansinh.api.notice;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import vn.ansinh.api.problem.Problem;

/**
 * News, guides, answers and legal documents. A unit tells them; everybody in its subtree reads them. Reading needs {@code
 * notice.read}, telling {@code notice.publish} over the unit.
 */
public interface Notices {

    /** Bytes of the largest file. */
    int LARGEST_FILE = 20 << 20;

    /** Most files of one notice. */
    int MOST_FILES = 10;

    /** Ends of file names that are taken. */
    List<String> FILE_KINDS = List.of(".pdf", ".docx", ".xlsx", ".png", ".jpg", ".jpeg");

    /** What the caller may read, the pinned first, then the latest. Cost does not grow with the page's position. */
    Page list(Query query);

    /** How many of those told to the caller they have not read, counted to 100. */
    int unread();

    /** One of them; it is not marked as read. @throws Problem NOT_FOUND also for one that is not told to the caller */
    Notice byId(long id);

    /** Marks one as read by the caller. */
    void read(long id);

    /** Marks all that are told to the caller now as read. */
    void readAll();

    /**
     * Tells something.
     *
     * @throws Problem INVALID for a bad draft or file, TOO_LARGE, FORBIDDEN outside the caller's subtree
     */
    Notice publish(NoticeDraft draft, List<NewFile> files);

    /**
     * Changes what was told.
     *
     * @param added files to attach
     * @param removed ids of files to take away
     * @param again whether everybody is to read it anew
     */
    Notice change(long id, NoticeDraft draft, List<NewFile> added, Set<Long> removed, boolean again);

    /** Takes it back: readers do not see it any more. @param why kept beside it */
    void withdraw(long id, String why);

    /** The content of a file. @throws Problem NOT_FOUND also for a file of something not told to the caller */
    Content content(long id, long fileId);

    /**
     * What to list.
     *
     * @param kind {@code null} for all
     * @param text words in title, number or text, with or without diacritics; {@code null} for all
     * @param unread only what the caller has not read
     * @param below also what is told to units below the caller's only
     * @param past also what is over, and for who may publish what is to come or was taken back
     * @param cursor {@code null} or what the last page gave as {@link Page#next()}
     */
    record Query(NoticeKind kind, String text, boolean unread, boolean below, boolean past, String cursor, int limit) {}

    /** @param next cursor of the following page, {@code null} on the last */
    record Page(List<Notice> notices, String next) {}

    /** A file on its way in. @param content not changed by whoever gets it */
    record NewFile(String name, byte[] content) {}

    /** A file on its way out. @param stream read and closed by whoever asked */
    record Content(Notice.File file, InputStream stream) {}
}
