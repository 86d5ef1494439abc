package vn.ansinh.btxh.entity;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/** The head of one import: which list, for which unit, how far it got and what came of it. */
@Entity
@Table(schema = "btxh", name = "import_batch")
public class ImportBatch {

    /** How far an import got. */
    public enum State {
        /** Not checked yet, or the file could not be read. */
        NEW,
        /** Checked; nothing is written. */
        CHECKED,
        /** Its right rows are written. */
        COMMITTED
    }

    @Id
    private long id;

    @Column(name = "unit_id", nullable = false)
    private long unitId;

    @Column(name = "file_name", nullable = false)
    private String fileName;

    private String digest;

    @Column(name = "paid_through")
    private LocalDate paidThrough;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    @Column(name = "header_number")
    private int headerNumber;

    @Column(name = "header_kinds")
    private String headerKinds;

    @Column(name = "header_cells")
    private String headerCells;

    @Column(name = "row_count")
    private int rowCount;

    private int errors;
    private int choices;
    private int warnings;
    private int correct;

    @Column(name = "people_new")
    private int peopleNew;

    @Column(name = "rights_opened")
    private int rightsOpened;

    @Column(name = "rights_known")
    private int rightsKnown;

    @Column(name = "rights_refused")
    private int rightsRefused;

    @Column(name = "facts_new")
    private int factsNew;

    @Column(name = "created_by", nullable = false)
    private String createdBy;

    @Basic
    @Column(name = "created_at", nullable = false)
    private OffsetDateTime createdAt;

    @Column(name = "committed_by")
    private String committedBy;

    @Column(name = "committed_at")
    private OffsetDateTime committedAt;

    /** For JPA. */
    protected ImportBatch() {}

    /** @param paidThrough last month paid where a row says nothing; {@code null} when nothing was paid */
    public ImportBatch(
            long id, long unitId, String fileName, YearMonth paidThrough, String createdBy, OffsetDateTime createdAt) {
        this.id = id;
        this.unitId = unitId;
        this.fileName = fileName;
        this.paidThrough = paidThrough == null ? null : paidThrough.atDay(1);
        this.state = State.NEW;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** The file was read: its digest and its header row, in the notation of the staged rows. */
    public void read(String fileDigest, int number, String kinds, String cells) {
        this.digest = fileDigest;
        this.headerNumber = number;
        this.headerKinds = kinds;
        this.headerCells = cells;
    }

    /** Every row was checked. */
    public void checked(int wrong, int toChoose, int toLookAt, int right) {
        this.state = State.CHECKED;
        this.errors = wrong;
        this.choices = toChoose;
        this.warnings = toLookAt;
        this.correct = right;
        this.rowCount = wrong + toChoose + toLookAt + right;
    }

    /** Its right rows were written. */
    public void committed(Written written, String account, OffsetDateTime at) {
        this.state = State.COMMITTED;
        this.peopleNew = written.peopleNew();
        this.rightsOpened = written.opened();
        this.rightsKnown = written.known();
        this.rightsRefused = written.refused();
        this.factsNew = written.factsNew();
        this.committedBy = account;
        this.committedAt = at;
    }

    /**
     * What a commit wrote.
     *
     * @param known benefits that were running already, just so
     * @param refused benefits that run from another month: left as they are
     */
    public record Written(int peopleNew, int opened, int known, int refused, int factsNew) {}

    public long id() {
        return id;
    }

    public long unitId() {
        return unitId;
    }

    public String fileName() {
        return fileName;
    }

    /** SHA-256 of the file, {@code null} before it was read. */
    public String digest() {
        return digest;
    }

    public YearMonth paidThrough() {
        return paidThrough == null ? null : YearMonth.from(paidThrough);
    }

    public State state() {
        return state;
    }

    public int headerNumber() {
        return headerNumber;
    }

    public String headerKinds() {
        return headerKinds;
    }

    public String headerCells() {
        return headerCells;
    }

    public int rowCount() {
        return rowCount;
    }

    public int errors() {
        return errors;
    }

    public int choices() {
        return choices;
    }

    public int warnings() {
        return warnings;
    }

    public int correct() {
        return correct;
    }

    public Written written() {
        return new Written(peopleNew, rightsOpened, rightsKnown, rightsRefused, factsNew);
    }

    public String createdBy() {
        return createdBy;
    }

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public OffsetDateTime committedAt() {
        return committedAt;
    }
}
