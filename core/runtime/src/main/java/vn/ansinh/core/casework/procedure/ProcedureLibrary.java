package vn.ansinh.core.casework.procedure;

import java.util.List;
import vn.ansinh.api.casework.Procedure;

/** The procedures there are, whoever asks; who may see which is asked elsewhere. */
public interface ProcedureLibrary {

    /** Every version that was ever kept, by program, procedure and first day; of the same first day the one kept last is last. */
    List<Procedure> all();

    /** Every file that is here now, by name; with what is wrong in those that cannot be used. */
    List<ProcedureFile> files();
}
