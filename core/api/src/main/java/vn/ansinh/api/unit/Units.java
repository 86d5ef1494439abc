package vn.ansinh.api.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The administrative units of the country, in time. Read from memory: every call is cheap. */
public interface Units {

    /** By surrogate key. */
    Optional<AdministrativeUnit> byId(long id);

    /** What bore {@code code} on {@code day}. */
    Optional<AdministrativeUnit> byCode(String code, LocalDate day);

    /** Everything that ever bore {@code code}, oldest first. */
    List<AdministrativeUnit> everByCode(String code);

    /** Provinces on {@code day}, in Vietnamese order of name. */
    List<AdministrativeUnit> provinces(LocalDate day);

    /** Direct children on {@code day}, in Vietnamese order of name. */
    List<AdministrativeUnit> children(long unitId, LocalDate day);

    /** What came of a unit when it ended: none while it lasts, one, or several when it was split. */
    List<Succession> successors(long unitId);

    /** What a unit was made of. */
    List<Succession> predecessors(long unitId);

    /**
     * Where a code written on an old paper lies on {@code day}: what bears the code on that day, else what its last bearer
     * became, through as many reforms as needed. A district of old gives the communes of today on its land; a commune of
     * which no source tells where it went gives those that its neighbours in the district went into.
     *
     * @return no element for an unknown code, one when certain, several when the unit was split or the way is not known: an
     *     official chooses
     */
    List<AdministrativeUnit> resolve(String code, LocalDate day);

    /**
     * Search by name or code prefix: with or without diacritics, kind word optional, followed or preceded by where it lies
     * ({@code yen hoa ha noi}). Old names, old codes and the names of former districts find the units of {@code day}.
     *
     * @param within subtree to stay in, 0 for the country
     * @param limit most hits returned, best first
     */
    List<AdministrativeUnit> search(String text, long within, LocalDate day, int limit);

    /** Whether {@code unitId} is {@code ancestorId} or lies below it; 0 is the country, which holds everything and itself. */
    boolean isWithin(long unitId, long ancestorId);

    /** {@code Phường Yên Hòa, Thành phố Hà Nội}. */
    String fullName(long unitId);

    /**
     * One step of a unit's history.
     *
     * @param unit the other unit
     * @param partial whether only a part of the old unit went there
     * @param since day the new unit begins
     */
    record Succession(AdministrativeUnit unit, boolean partial, LocalDate since) {}
}
