package vn.ansinh.rest.resource;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.ansinh.api.casework.CaseDetail.Draft;
import vn.ansinh.api.casework.CaseFiles.At;

/**
 * Bodies of what is done with a case. Each names the {@code revision} that was looked at and the {@code day} on which it happened,
 * today when left out.
 */
public final class CaseActs {

    private CaseActs() {}

    private static At at(long id, Integer revision, LocalDate day) {
        return new At(id, Required.parameter("revision", revision), day);
    }

    /** @param note a reason where one is asked for */
    public record Note(Integer revision, LocalDate day, String note) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param until day by which the citizen is asked for it */
    public record Supplement(Integer revision, LocalDate day, String missing, LocalDate until) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param promisedOn the new day */
    public record Apology(Integer revision, LocalDate day, String reason, LocalDate promisedOn) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param complainant name as told */
    public record Complaint(Integer revision, LocalDate day, String complainant, String text) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param upheld whether the person is not entitled */
    public record Conclusion(Integer revision, LocalDate day, String conclusion, Boolean upheld) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param from first month, law's when left out @param reason of a rejection @param conflictsSeen after a 409 that names them */
    public record Proposal(
            Integer revision,
            LocalDate day,
            Draft.Outcome outcome,
            YearMonth from,
            String reason,
            Boolean conflictsSeen) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param number of a decision that was signed on paper, the next one when left out @param documentId signed scan, left out for none */
    public record Signature(
            Integer revision, LocalDate day, String signer, String title, String number, Long documentId) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param version of the procedure */
    public record Version(Integer revision, LocalDate day, String version, String reason) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param recipient who took the result */
    public record Result(Integer revision, LocalDate day, String recipient) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }

    /** @param paper code of the required paper, blank for another one */
    public record Attachment(Integer revision, LocalDate day, String paper, Long documentId) {
        At at(long id) {
            return CaseActs.at(id, revision, day);
        }
    }
}
