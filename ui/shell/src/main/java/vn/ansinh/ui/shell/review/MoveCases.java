package vn.ansinh.ui.shell.review;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.api.access.Caller;
import vn.ansinh.api.bulk.BulkDecision.Kind;
import vn.ansinh.api.casework.CasePermissions;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.text.Texts;
import vn.ansinh.ui.shell.casework.desk.ReceptionView;

/** Where people who move are handled one by one, told before somebody types a list that nobody may sign. */
final class MoveCases {

    private static final Texts TEXTS = Texts.of(MoveCases.class);

    private MoveCases() {}

    /** Empty where one unit decides about a list of moves, and for any other kind of decision. */
    static Optional<MessageBar> told(ReviewServices services, Kind kind, String program) {
        return kind == Kind.MOVE
                ? services.decisions()
                        .moveByCase(program, services.today())
                        .map(procedure -> bar(services.access().require(), procedure))
                : Optional.empty();
    }

    private static MessageBar bar(Caller caller, String procedure) {
        boolean receives = caller.may(CasePermissions.RECEIVE);
        MessageBar bar = MessageBar.warn(
                TEXTS.get("move.by-case"), TEXTS.get(receives ? "move.by-case-here" : "move.by-case-commune"));
        return receives ? bar.action(new Anchor(address(procedure), TEXTS.get("move.receive"))) : bar;
    }

    private static String address(String procedure) {
        Map<String, List<String>> parameters =
                new HashMap<>(WorkContext.current().parameters().getParameters());
        parameters.put(ReceptionView.PROCEDURE, List.of(procedure));
        return ReceptionView.PATH + "?" + new QueryParameters(parameters).getQueryString();
    }
}
