package dev.usher.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The arrows of the house, for whatever stands below one root package: the house itself, or a model of it with every fault. */
record Architecture(String root) {
    /** One arrow: what it is called, the classes it speaks of, and the rule. */
    record Arrow(String name, DescribedPredicate<JavaClass> subjects, ArchRule rule) {
        /** Judges; that there is nothing to judge is right only as long as there is no such class. */
        void check(JavaClasses classes) {
            rule.allowEmptyShould(classes.stream().noneMatch(subjects)).check(classes);
        }

        boolean isBrokenBy(JavaClasses classes) {
            return rule.allowEmptyShould(true).evaluate(classes).hasViolation();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The floors of the core, and what each may see. A package that is not named here is a concept. */
    private enum Floor {
        GROUND,
        CONCEPT,
        STORE,
        SERVICE,
        ADAPTER,
        ENGINE;

        private Set<Floor> sees() {
            return switch (this) {
                case GROUND -> EnumSet.of(GROUND);
                case CONCEPT -> EnumSet.of(GROUND, CONCEPT);
                case STORE -> EnumSet.of(GROUND, CONCEPT, STORE);
                case SERVICE -> EnumSet.of(GROUND, CONCEPT, STORE, SERVICE);
                case ADAPTER -> EnumSet.of(GROUND, CONCEPT, STORE, SERVICE, ADAPTER);
                case ENGINE -> EnumSet.allOf(Floor.class);
            };
        }
    }

    /** Where time, chance and the habits of a machine would come in by the back door: owner -> methods. */
    private static final Map<String, Set<String>> AMBIENT = Map.ofEntries(
            Map.entry(
                    "java.time.Clock",
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry("java.util.TimeZone", Set.of("getDefault")),
            Map.entry("java.util.Calendar", Set.of("getInstance")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.lang.StrictMath", Set.of("random")),
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.security.SecureRandom", Set.of("getInstance", "getInstanceStrong")));

    /** What takes the time or chance of the machine when it is constructed with no argument; with a seed it may be used. */
    private static final Set<String> AMBIENT_WHEN_NEW =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.Date", "java.util.GregorianCalendar");

    List<Arrow> arrows() {
        return List.of(
                coreKnowsOnlyJavaAndItself(),
                timeIdentityAndChanceComeIn(),
                conceptsAreFreeOfCycles(),
                floorsLookDown(),
                moneyIsNeverFloating(),
                namesSaySomething(),
                adaptersNeverSeeEachOther(),
                adaptersShowTheirModuleOnly(),
                onlyTheProgramActsAsOne(),
                nothingDependsOnTheContracts(),
                noJavaUtilLogging());
    }

    private Arrow coreKnowsOnlyJavaAndItself() {
        return arrow(
                "core-knows-only-java-and-itself",
                resideInAPackage(core() + ".."),
                classes()
                        .that()
                        .resideInAPackage(core() + "..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage("java..", core() + ".."));
    }

    private Arrow timeIdentityAndChanceComeIn() {
        return arrow(
                "time-identity-and-chance-come-in",
                resideInAPackage(core() + ".."),
                noClasses()
                        .that()
                        .resideInAPackage(core() + "..")
                        .should(touch("the machine's clock, zone, locale or chance", Architecture::isAmbient)));
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (owner.startsWith("java.time.") && name.equals("now")) {
            return true;
        }
        if (AMBIENT.getOrDefault(owner, Set.of()).contains(name)) {
            return true;
        }
        if (owner.equals("java.security.SecureRandom") && name.equals("<init>")) {
            return true;
        }
        return AMBIENT_WHEN_NEW.contains(owner)
                && name.equals("<init>")
                && access.getTarget() instanceof CodeUnitAccessTarget constructor
                && constructor.getRawParameterTypes().isEmpty();
    }

    private Arrow conceptsAreFreeOfCycles() {
        return arrow(
                "concepts-are-free-of-cycles",
                resideInAPackage(core() + ".*.."),
                slices().matching(core() + ".(*)..").should().beFreeOfCycles());
    }

    private Arrow floorsLookDown() {
        return arrow(
                "floors-look-down",
                resideInAPackage(core() + ".."),
                classes().that().resideInAPackage(core() + "..").should(lookDown()));
    }

    private ArchCondition<JavaClass> lookDown() {
        return new ArchCondition<>(
                "look down only: rule, money, attribute <- concepts <- store <- service <- adapter, and the engine above") {
            @Override
            public void check(JavaClass subject, ConditionEvents events) {
                Set<Floor> sees = floor(subject).sees();
                for (Dependency dependency : subject.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (isBelow(core(), target.getPackageName()) && !sees.contains(floor(target))) {
                        events.add(SimpleConditionEvent.violated(subject, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private Floor floor(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(core())) {
            return Floor.ENGINE;
        }
        String tail = name.substring(core().length() + 1);
        int dot = tail.indexOf('.');
        return switch (dot < 0 ? tail : tail.substring(0, dot)) {
            case "rule", "money", "attribute" -> Floor.GROUND;
            case "store" -> Floor.STORE;
            case "service" -> Floor.SERVICE;
            case "adapter" -> Floor.ADAPTER;
            default -> Floor.CONCEPT;
        };
    }

    private Arrow moneyIsNeverFloating() {
        DescribedPredicate<JavaClass> exact = resideInAnyPackage(core() + ".money..", core() + ".statistics..");
        return arrow(
                "money-is-never-floating",
                exact,
                classes().that(exact).should(new ArchCondition<>("have no float or double field, parameter or result") {
                    @Override
                    public void check(JavaClass subject, ConditionEvents events) {
                        for (JavaMember member : subject.getMembers()) {
                            if (member.getAllInvolvedRawTypes().stream().anyMatch(Architecture::isFloating)) {
                                events.add(SimpleConditionEvent.violated(subject, member.getDescription()));
                            }
                        }
                    }
                }));
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                .contains(type.getBaseComponentType().getName());
    }

    private Arrow namesSaySomething() {
        return arrow(
                "names-say-something",
                resideInAPackage(core() + ".."),
                noClasses()
                        .that()
                        .resideInAPackage(core() + "..")
                        .should()
                        .haveNameMatching(
                                ".*[.$]([^.$]*(Util(s|ity|ities)?|Helpers?|Managers?)([A-Z0-9][^.$]*)?|[^.$]*Impl|Default[A-Z][^.$]*)"));
    }

    private Arrow adaptersNeverSeeEachOther() {
        DescribedPredicate<JavaClass> adapters = resideInAPackage(adapters() + "..");
        return arrow(
                "adapters-never-see-each-other",
                adapters,
                classes().that(adapters).should(new ArchCondition<>("see neither another adapter nor the program") {
                    @Override
                    public void check(JavaClass subject, ConditionEvents events) {
                        String own = adapter(subject.getPackageName());
                        for (Dependency dependency : subject.getDirectDependenciesFromSelf()) {
                            String target = dependency
                                    .getTargetClass()
                                    .getBaseComponentType()
                                    .getPackageName();
                            boolean other = isBelow(adapters(), target)
                                    && !adapter(target).equals(own);
                            if (other || isBelow(program(), target)) {
                                events.add(SimpleConditionEvent.violated(subject, dependency.getDescription()));
                            }
                        }
                    }
                }));
    }

    /** The first word below {@code adapters}: persistence, http, imports. */
    private String adapter(String packageName) {
        if (packageName.equals(adapters())) {
            return "";
        }
        String tail = packageName.substring(adapters().length() + 1);
        int dot = tail.indexOf('.');
        return dot < 0 ? tail : tail.substring(0, dot);
    }

    /** What several packages of one adapter share must be public; so it is its users that are looked at. */
    private Arrow adaptersShowTheirModuleOnly() {
        DescribedPredicate<JavaClass> shown = resideInAPackage(adapters() + "..")
                .and(describe(
                        "are public and not nested",
                        type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass()))
                .and(describe(
                        "are neither a Guice module nor the interface Endpoint",
                        type -> !type.isAssignableTo("com.google.inject.Module")
                                && !(type.isInterface() && type.getSimpleName().equals("Endpoint"))));
        return arrow(
                "adapters-show-their-module-only",
                shown,
                classes().that(shown).should(new ArchCondition<>("be used by their own adapter alone") {
                    @Override
                    public void check(JavaClass subject, ConditionEvents events) {
                        String own = adapter(subject.getPackageName());
                        for (Dependency dependency : subject.getDirectDependenciesToSelf()) {
                            String user = dependency.getOriginClass().getPackageName();
                            if (!isBelow(adapters(), user) || !adapter(user).equals(own)) {
                                events.add(SimpleConditionEvent.violated(subject, dependency.getDescription()));
                            }
                        }
                    }
                }));
    }

    private Arrow onlyTheProgramActsAsOne() {
        DescribedPredicate<JavaClass> others = resideInAPackage(root + "..")
                .and(DescribedPredicate.not(resideInAPackage(program() + "..")))
                .as("outside the program");
        return arrow(
                "only-the-program-creates-an-injector-exits-or-prints",
                others,
                noClasses()
                        .that(others)
                        .should(touch(
                                "Guice.createInjector, an exit, or a standard stream",
                                Architecture::isForTheProgramOnly)));
    }

    private static boolean isForTheProgramOnly(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        return switch (access.getTargetOwner().getName()) {
            case "com.google.inject.Guice" -> name.equals("createInjector");
            case "java.lang.System" -> Set.of("exit", "out", "err").contains(name);
            case "java.lang.Runtime" -> Set.of("exit", "halt").contains(name);
            default ->
                name.equals("printStackTrace")
                        && access.getTarget() instanceof CodeUnitAccessTarget method
                        && method.getRawParameterTypes().isEmpty();
        };
    }

    private Arrow nothingDependsOnTheContracts() {
        DescribedPredicate<JavaClass> others = resideInAnyPackage(core() + "..", adapters() + "..", program() + "..");
        return arrow(
                "nothing-depends-on-the-contracts",
                others,
                noClasses().that(others).should().dependOnClassesThat().resideInAPackage(root + ".conformance.."));
    }

    private Arrow noJavaUtilLogging() {
        return arrow(
                "no-java-util-logging",
                resideInAPackage(root + ".."),
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.logging.."));
    }

    private static ArchCondition<JavaClass> touch(String what, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>("touch " + what) {
            @Override
            public void check(JavaClass subject, ConditionEvents events) {
                for (JavaAccess<?> access : subject.getAccessesFromSelf()) {
                    if (forbidden.test(access)) {
                        events.add(SimpleConditionEvent.satisfied(subject, access.getDescription()));
                    }
                }
            }
        };
    }

    private static Arrow arrow(String name, DescribedPredicate<JavaClass> subjects, ArchRule rule) {
        return new Arrow(name, subjects, rule.as(name));
    }

    private static boolean isBelow(String top, String packageName) {
        return packageName.equals(top) || packageName.startsWith(top + ".");
    }

    private String core() {
        return root + ".core";
    }

    private String adapters() {
        return root + ".adapters";
    }

    private String program() {
        return root + ".app";
    }
}
