package vn.ansinh.ui.shell.policy;

import static vn.ansinh.ui.shell.ShellTexts.text;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ansinh.api.policy.PackState;
import vn.ansinh.api.policy.PackState.Stage;
import vn.ansinh.api.unit.AdministrativeUnit;
import vn.ansinh.ui.kit.component.State;
import vn.ansinh.ui.kit.component.StateBadge;
import vn.ansinh.ui.kit.grid.LazyGrid;
import vn.ansinh.ui.kit.grid.NarrowRow;
import vn.ansinh.ui.kit.text.Formats;
import vn.ansinh.ui.shell.Services;

/** All versions of all packs, and the files that could not be used. */
final class PackGrid {

    private PackGrid() {}

    /** @param open opens a version, or a file's faults */
    static LazyGrid<PackState> of(Services services, Consumer<PackState> open) {
        LazyGrid<PackState> grid = new LazyGrid<>(text("policy.title"));
        grid.link("name", text("policy.name"), PackGrid::name, open).setFlexGrow(4);
        grid.text(
                        "pack",
                        text("policy.pack"),
                        state -> state.pack() == null ? "" : state.pack().pack())
                .setAutoWidth(true)
                .setFlexGrow(1);
        grid.numeric(
                "version",
                text("policy.version"),
                state -> state.pack() == null
                        ? ""
                        : Integer.toString(state.pack().version()));
        grid.wrapped("territory", text("policy.territory"), state -> territory(services, state))
                .setFlexGrow(1);
        grid.wrapped("proposed", text("policy.proposed"), PackGrid::proposed).setFlexGrow(2);
        grid.wrapped("decided", text("policy.decided"), PackGrid::decided).setFlexGrow(2);
        grid.state(
                "state",
                text("policy.stage"),
                PackGrid::look,
                state -> state.stage().label());
        grid.narrow(
                text("policy.name"),
                state -> new NarrowRow(
                        name(state),
                        state.pack() == null ? state.file() : state.pack().toString(),
                        territory(services, state),
                        look(state),
                        state.stage().label()),
                open);
        grid.setEmptyText(text("policy.none"));
        return grid;
    }

    private static String name(PackState state) {
        return state.name() == null ? state.file() : state.name();
    }

    /** Names of the units it holds in. */
    static String territory(Services services, PackState state) {
        List<String> codes = state.territory();
        return codes.isEmpty()
                ? text("policy.country")
                : codes.stream()
                        .map(code -> services.units().everByCode(code).stream()
                                .filter(unit -> unit.validTo() == null)
                                .map(AdministrativeUnit::name)
                                .findFirst()
                                .orElse(code))
                        .collect(Collectors.joining(", "));
    }

    private static String proposed(PackState state) {
        return state.proposed() == null ? "" : said(state.proposed());
    }

    private static String decided(PackState state) {
        return state.decided() == null ? "" : said(state.decided());
    }

    static String said(PackState.Act act) {
        return text("policy.act", act.fullName(), Formats.time(act.at()));
    }

    static State look(PackState state) {
        return switch (state.stage()) {
            case REFUSED -> State.FAILED;
            case DRAFT -> State.WAITING;
            case ACTIVE -> State.IN_FORCE;
            case REPLACED, ENDED -> State.ENDED;
            case REJECTED -> State.RETURNED;
        };
    }

    /** State as a badge; an end that is proposed or still to come is told, too. */
    static Component badge(PackState state) {
        boolean ending = state.stage() == Stage.ACTIVE && state.ending() != null;
        return new StateBadge(
                look(state),
                ending
                        ? text(
                                "policy.active-until",
                                Formats.month(state.ending().lastMonth()))
                        : state.stage().label());
    }
}
