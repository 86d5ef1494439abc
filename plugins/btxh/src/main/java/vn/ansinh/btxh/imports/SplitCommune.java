package vn.ansinh.btxh.imports;

import java.util.List;
import vn.ansinh.api.unit.AdministrativeUnit;

/**
 * A commune that was split: for its people an official chooses where they live now.
 *
 * @param code as the list has it
 * @param name of the commune that bore it
 * @param rows how many rows wait
 * @param candidates communes to choose from
 */
public record SplitCommune(String code, String name, int rows, List<AdministrativeUnit> candidates) {}
