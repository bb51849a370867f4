package org.buranakan.platform.process;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

/**
 * What holds of a program holds of one in a container: where there is an engine and the
 * image. Elsewhere each says that it did not run.
 */
class ContainerProcessTests extends GuardedProcessTests {

	private static String missing = "";

	private static String before = "";

	@BeforeAll
	static void inContainers() {
		before = System.getProperty(GuardedProcess.PROPERTY, "");
		missing = ContainerProcess.missing();
		if (missing.isEmpty()) {
			System.setProperty(GuardedProcess.PROPERTY, GuardedProcess.CONTAINERS);
		}
		else {
			LoggerFactory.getLogger(ContainerProcessTests.class).warn(missing);
		}
	}

	@AfterAll
	static void noMore() {
		System.setProperty(GuardedProcess.PROPERTY, before);
	}

	@BeforeEach
	void orSayThatItDidNotRun() {
		Assumptions.assumeTrue(missing.isEmpty(), missing);
	}

}
