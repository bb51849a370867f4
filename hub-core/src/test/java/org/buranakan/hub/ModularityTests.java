package org.buranakan.hub;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The packages' borders.
 */
class ModularityTests {

	private static final String[] PROJECTIONS = { "org.buranakan.hub.plan..", "org.buranakan.hub.activity..",
			"org.buranakan.hub.budget..", "org.buranakan.hub.complaint..", "org.buranakan.hub.agreement..",
			"org.buranakan.hub.reference..", "org.buranakan.hub.act.." };

	private final JavaClasses hub = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.buranakan.hub");

	@Test
	void noPackageReachesIntoAnotherAndNoneDependOnEachOtherInACircle() {
		ApplicationModules.of(HubApplication.class, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).verify();
	}

	@Test
	void projectionsSeeNoHttpNoClockAndNoRandomness() {
		noClasses().that()
			.resideInAnyPackage(PROJECTIONS)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "java.net.http..",
					"java.util.random..")
			.orShould()
			.dependOnClassesThat()
			.belongToAnyOf(java.time.Clock.class, java.util.Random.class)
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(java.time.LocalDate.class, "now")
			.check(this.hub);
	}

	@Test
	void kafkaIsSpokenOnlyInIntakeAuditAndTheTailOfTheStream() {
		noClasses().that()
			.resideOutsideOfPackages("org.buranakan.hub.intake..", "org.buranakan.hub.audit..",
					"org.buranakan.hub.stream..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
			.check(this.hub);
	}

	@Test
	void whatIsDerivedKnowsNoClockOfItsOwn() {
		noClasses().that()
			.resideInAnyPackage("org.buranakan.hub.area..", "org.buranakan.hub.finding..")
			.should()
			.callMethod(java.time.LocalDate.class, "now")
			.orShould()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.dependOnClassesThat()
			.belongToAnyOf(java.time.Clock.class, java.util.Random.class)
			.check(this.hub);
	}

}
