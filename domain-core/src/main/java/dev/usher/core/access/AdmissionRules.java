package dev.usher.core.access;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.util.List;

/** Who may come near what: what is another organization's is as unknown as what is not there (decision 3). */
public final class AdmissionRules {
    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<Admission> BOOK = new RuleBook<>(List.of(
            Rule.row("ADM-01", "NOT_FOUND", "{}", EXISTENCE, "decision 3, decision 4, EB-01.r.access")
                    .each(
                            admission -> List.of(admission.thing()),
                            (admission, thing) -> isSeen(admission),
                            (admission, thing) -> "there is no " + admission.what()
                                    + " that you may see; expected one of those that you see listed"),
            Rule.row("ADM-02", "NOT_AUTHORIZED", "", ACCESS, "decision 3, OBJ.Event.r.private")
                    .when(
                            AdmissionRules::isSeen,
                            admission -> looksOnly(admission) || mayAct(admission),
                            admission -> "your role where " + admission.what() + " belongs is "
                                    + admission.role().map(Role::word).orElse("none") + "; expected "
                                    + admission.needed().word())));

    private AdmissionRules() {}

    /** Strangers see what is public, and only to look at it. */
    private static boolean isSeen(Admission admission) {
        return admission.exists() && (admission.role().isPresent() || looksOnly(admission));
    }

    private static boolean looksOnly(Admission admission) {
        return admission.isPublic() && admission.needed() == Role.VIEWER;
    }

    private static boolean mayAct(Admission admission) {
        return admission
                .role()
                .filter(role -> role.includes(admission.needed()))
                .isPresent();
    }
}
