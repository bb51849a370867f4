package org.buranakan.platform.process;

import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/**
 * What holds of a program holds of one in a container: where there is an engine and the
 * image. Elsewhere each says that it did not run.
 */
class ContainerProcessTests extends GuardedProcessTests {

	private static String missing = "";

	@BeforeAll
	static void inContainers() {
		missing = missing();
		if (missing.isEmpty()) {
			System.setProperty(GuardedProcess.PROPERTY, GuardedProcess.CONTAINERS);
		}
		else {
			LoggerFactory.getLogger(ContainerProcessTests.class).warn(missing);
		}
	}

	@AfterAll
	static void noMore() {
		System.clearProperty(GuardedProcess.PROPERTY);
	}

	@BeforeEach
	void orSayThatItDidNotRun() {
		Assumptions.assumeTrue(missing.isEmpty(), missing);
	}

	private static String missing() {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			return "Not run in containers: no engine answers";
		}
		try {
			DockerClientFactory.instance().client().inspectImageCmd(ContainerProcess.IMAGE).exec();
			return "";
		}
		catch (NotFoundException ex) {
			return "Not run in containers: the engine has no image " + ContainerProcess.IMAGE;
		}
	}

}
