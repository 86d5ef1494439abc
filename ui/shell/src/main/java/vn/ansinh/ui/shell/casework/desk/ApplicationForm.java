package vn.ansinh.ui.shell.casework.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ansinh.api.benefit.Entitlement;
import vn.ansinh.api.benefit.PaymentDetails;
import vn.ansinh.api.benefit.PaymentDetails.PayeeRole;
import vn.ansinh.api.casework.Application;
import vn.ansinh.api.casework.Eligibility.Verdict;
import vn.ansinh.api.casework.Procedure;
import vn.ansinh.api.casework.Procedure.Effect;
import vn.ansinh.api.identity.NumberSight;
import vn.ansinh.api.identity.Person;
import vn.ansinh.api.policy.Discretion;
import vn.ansinh.ui.kit.component.MessageBar;
import vn.ansinh.ui.kit.context.Keys;
import vn.ansinh.ui.kit.context.WorkContext;
import vn.ansinh.ui.kit.entitlement.PaymentFields;
import vn.ansinh.ui.kit.field.Choices;
import vn.ansinh.ui.kit.field.DateField;
import vn.ansinh.ui.kit.problem.Problems;
import vn.ansinh.ui.kit.text.Texts;

/**
 * An application as it is typed in, with help beside it. Fields are made when another procedure is chosen and stay where they are
 * otherwise, so that the focus never gets lost.
 */
final class ApplicationForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(ApplicationForm.class);
    private static final String PERSON = "#nguoi";
    private static final String CHOSEN = "#thu-tuc";
    private static final PaymentDetails NOTHING = new PaymentDetails(null, null, null, null, null, PayeeRole.SELF);

    private final transient DeskServices services;
    private final transient Consumer<String> turned;
    private final Div fields = new Div();
    private final ComboBox<Procedure> procedure = new ComboBox<>(TEXTS.get("procedure"));
    private final DateField day = new DateField(TEXTS.get("day"));
    private final Div notes = new Div();
    private final WhoFields who;
    private final ComboBox<Choice> benefit = new ComboBox<>(TEXTS.get("benefit"));
    private transient List<Choice> offered = List.of();
    private final SubjectFields subject;
    private final H2 told = new H2(TEXTS.get("section.questions"));
    private final QuestionFields questions;
    private final PaperFields papers;
    private final Scans scans;
    private final H2 pays = new H2(TEXTS.get("section.payment"));
    private final PaymentFields payment;
    private final DateField promised = new DateField(TEXTS.get("promised"));
    private final TextField place = new TextField(TEXTS.get("place"));
    private final HelpPanel help = new HelpPanel();
    /** How the last one without an account is paid: most of a commune's are paid alike. */
    private transient PaymentDetails usual = NOTHING;

    /** Whether somebody chose the benefit; until then it follows what applies. */
    private boolean settled;
    /** While fields are filled in by the page itself, nothing is looked up anew. */
    private boolean filling;

    /** A benefit that may be applied for. */
    private record Choice(String code, String name) {}

    /**
     * @param wanted id of the procedure to begin with, {@code null} for the first
     * @param turned told the id of the procedure that is chosen
     */
    ApplicationForm(DeskServices services, String wanted, Consumer<String> turned) {
        this.services = services;
        this.turned = turned;
        addClassNames("as-cols", "as-fill", "as-reception");
        who = new WhoFields(services.all(), this::about);
        subject = new SubjectFields(services, this::received, this::look);
        questions = new QuestionFields(this::look);
        papers = new PaperFields(this::look);
        papers.addClassName("full");
        scans = new Scans(services, papers);
        payment = new PaymentFields(
                services.all().codeLists().entries("hinh-thuc-chi-tra"),
                NOTHING,
                NumberSight.of(services.all().access()));
        choices();
        lay();
        offer(wanted);
    }

    private void choices() {
        LocalDate today = services.all().today();
        procedure.setItemLabelGenerator(Procedure::name);
        procedure.setRequiredIndicatorVisible(true);
        Choices.among(procedure);
        procedure.addValueChangeListener(event -> Problems.guard(this::ask));
        day.setMax(today);
        day.setValue(today);
        day.setRequiredIndicatorVisible(true);
        day.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                Problems.guard(() -> offer(
                        procedure.getValue() == null
                                ? null
                                : procedure.getValue().id()));
            }
        });
        benefit.setItemLabelGenerator(Choice::name);
        benefit.setClearButtonVisible(true);
        benefit.setHelperText(TEXTS.get("benefit.help"));
        Choices.among(benefit);
        benefit.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                settled = event.getValue() != null;
                look();
            }
        });
        promised.setMin(today);
        promised.setHelperText(TEXTS.get("promised.help"));
        place.setPlaceholder(TEXTS.get("place.example"));
    }

    private void lay() {
        fields.addClassName("as-form");
        Keys.enterGoesOn(fields);
        notes.addClassNames("as-lines", "full");
        procedure.addClassName("full");
        benefit.addClassName("full");
        fields.add(procedure, notes, day, promised, place, who, benefit, subject, told, questions);
        fields.add(new H2(TEXTS.get("section.papers")), papers, scans, pays);
        fields.add(payment.fields());
        Div left = new Div(fields);
        left.addClassNames("as-scroll", "as-reception-fields");
        Div right = new Div(help);
        right.addClassName("as-scroll");
        add(left, right);
    }

    /** The procedures of the day on which it was handed in. */
    private void offer(String wanted) {
        List<Procedure> found = services.all().procedures().on(received());
        procedure.setItems(found);
        if (found.isEmpty()) {
            notes.removeAll();
            notes.add(MessageBar.warn(TEXTS.get("procedure.none"), TEXTS.get("procedure.none-text")));
        }
        procedure.setValue(found.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.get(0)));
    }

    private LocalDate received() {
        return day.getValue() == null ? services.all().today() : day.getValue();
    }

    /** Another procedure asks for other things. */
    private void ask() {
        Procedure chosen = procedure.getValue();
        notes.removeAll();
        if (chosen == null) {
            return;
        }
        turned.accept(chosen.id());
        help.about(chosen.notes());
        boolean opens = chosen.effect() == Effect.OPEN || chosen.effect() == Effect.ONCE;
        benefit.setVisible(opens);
        pays.setVisible(opens);
        payment.ask(opens);
        payment.payApplicant(chosen.effect() == Effect.ONCE);
        promised.setVisible(chosen.steps().stream()
                .anyMatch(step -> step.term().provisional() && !step.term().known()));
        who.byNumber(chosen.effect() == Effect.MOVE);
        subject.ask(chosen);
        questions.ask(chosen, services.all().facts().keys());
        told.setVisible(!chosen.questions().isEmpty());
        papers.ask(chosen);
        scans.ask();
        about(who.person().orElse(null));
    }

    /** Whatever is known of the person is filled in. */
    private void about(Person person) {
        Procedure chosen = procedure.getValue();
        if (chosen == null) {
            return;
        }
        filling = true;
        try {
            settled = false;
            benefit.clear();
            subject.show(person);
            papers.clear();
            scans.tick();
            if (person == null) {
                questions.show(Map.of());
                payment.show(usual);
            } else {
                questions.show(services.all().eligibility().known(person.id(), chosen, received()));
                payment.show(services.rights(person.id(), chosen).stream()
                        .findFirst()
                        .map(Entitlement::payment)
                        .orElse(usual));
            }
        } finally {
            filling = false;
        }
        look();
    }

    /** What is known and told is looked at anew: the focus stays where it is. */
    private void look() {
        Procedure chosen = procedure.getValue();
        if (filling || chosen == null) {
            return;
        }
        Optional<Person> person = who.person();
        if (who.newcomer().isPresent()) {
            questions.askFor(null);
            papers.fit(benefitCode(), questions.answers());
            Problems.guard(() -> help.show(List.of(), services.cases().check(application())));
            return;
        }
        if (person.isEmpty()) {
            questions.askFor(null);
            papers.fit(benefitCode(), questions.answers());
            help.nobody();
            return;
        }
        Problems.guard(() -> {
            List<Verdict> verdicts = asksForMoney(chosen)
                    ? services.all().eligibility().of(person.get().id(), chosen, questions.said(), received())
                    : List.of();
            offerBenefits(verdicts);
            questions.askFor(chosen.effect() == Effect.ADJUST ? held(person.get(), chosen) : benefitCode());
            papers.fit(benefitCode(), questions.answers());
            help.show(verdicts, services.cases().check(application()));
        });
    }

    /** Who ends or moves what they have applies for nothing. */
    private static boolean asksForMoney(Procedure procedure) {
        return switch (procedure.effect()) {
            case OPEN, ONCE, ADJUST -> true;
            case END, MOVE, MOVE_OUT -> false;
        };
    }

    /** The list stays as it is while it says the same: somebody may be typing in it. */
    private void offerBenefits(List<Verdict> verdicts) {
        String before = benefitCode();
        List<Choice> now = verdicts.stream()
                .map(one -> new Choice(one.benefit(), one.name()))
                .sorted(Comparator.comparing(Choice::code))
                .toList();
        if (!now.equals(offered)) {
            offered = now;
            benefit.setItems(now);
        }
        String wanted = settled
                ? before
                : verdicts.stream()
                        .filter(Verdict::applies)
                        .map(Verdict::benefit)
                        .findFirst()
                        .orElse(null);
        benefit.setValue(now.stream()
                .filter(one -> one.code().equals(wanted))
                .findFirst()
                .orElse(null));
    }

    private String benefitCode() {
        return benefit.isVisible() && benefit.getValue() != null
                ? benefit.getValue().code()
                : null;
    }

    /** What is to be adjusted, where it is one and may be named: what it does not depend on is not asked. */
    private String held(Person person, Procedure adjusting) {
        Set<String> benefits = services.rights(person.id(), adjusting).stream()
                .map(Entitlement::benefit)
                .collect(Collectors.toSet());
        Discretion discretion =
                new Discretion(services.all().access(), services.all().policies());
        return benefits.size() == 1 && benefits.stream().noneMatch(discretion::hides)
                ? benefits.iterator().next()
                : null;
    }

    /** What is written. Only with a person, or the number of one. */
    Application application() {
        Optional<Person> person = who.person();
        boolean pay = pays.isVisible() && payment.given();
        return new Application(
                procedure.getValue().id(),
                person.map(Person::id).orElse(0L),
                person.map(Person::unitId).orElse(WorkContext.current().unitId()),
                received(),
                who.applicant(),
                benefitCode(),
                questions.answers(),
                papers.papers(),
                pay ? payment.details() : null,
                subject.particulars(who.newcomer().orElse(null)),
                promised.isVisible() ? promised.getValue() : null,
                place.getValue().strip());
    }

    /** Whether it says whom it is about and what is wanted; marks what is not. */
    boolean completeEnough() {
        boolean noProcedure = procedure.getValue() == null;
        procedure.setErrorMessage(noProcedure ? TEXTS.get("procedure.missing") : null);
        procedure.setInvalid(noProcedure);
        boolean noDay = day.getValue() == null || day.isInvalid();
        day.setErrorMessage(noDay ? TEXTS.get("day.missing") : null);
        day.setInvalid(noDay);
        return !noProcedure & !noDay & who.complete() & subject.complete()
                && (!pays.isVisible() || !payment.given() || payment.complete());
    }

    /** As above, with every answer that must be there. */
    boolean complete() {
        return completeEnough() & questions.complete();
    }

    /** The fields that people type in. */
    Component fields() {
        return fields;
    }

    Scans scans() {
        return scans;
    }

    /** What no field says by its label. */
    Map<String, String> besides() {
        Map<String, String> besides = new LinkedHashMap<>();
        who.person().ifPresent(person -> {
            besides.put(PERSON, Long.toString(person.id()));
            if (procedure.getValue() != null) {
                besides.put(CHOSEN, procedure.getValue().id());
            }
        });
        return besides;
    }

    /** Puts it back. */
    void besides(Map<String, String> besides) {
        if (besides.containsKey(CHOSEN)) {
            offer(besides.get(CHOSEN));
        }
        Optional.ofNullable(besides.get(PERSON))
                .flatMap(id -> services.all().persons().byId(Long.parseLong(id)))
                .ifPresent(who::show);
    }

    /** Nobody's application; procedure, days and place stay for the next. */
    void clear() {
        if (payment.given() && payment.details().accountNumber() == null) {
            usual = new PaymentDetails(payment.details().method(), null, null, null, null, PayeeRole.SELF);
        }
        who.show(null);
        scans.clear();
        about(null);
    }

    /** Ready for the next one. */
    void next() {
        who.focus();
    }
}
