package org.buranakan.platform.process;

import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;

/**
 * What holds of a program holds of one in a container: where there is an engine and the
 * image. Elsewhere these say that they did not run.
 */
class ContainerProcessTests extends GuardedProcessTests {

	@BeforeAll
	static void inContainers() {
		Assumptions.assumeTrue(DockerClientFactory.instance().isDockerAvailable(),
				"Not run in containers: no engine answers");
		Assumptions.assumeTrue(isThere(ContainerProcess.IMAGE),
				"Not run in containers: the engine has no image " + ContainerProcess.IMAGE);
		System.setProperty(GuardedProcess.PROPERTY, GuardedProcess.CONTAINERS);
	}

	@AfterAll
	static void noMore() {
		System.clearProperty(GuardedProcess.PROPERTY);
	}

	private static boolean isThere(String image) {
		try {
			DockerClientFactory.instance().client().inspectImageCmd(image).exec();
			return true;
		}
		catch (NotFoundException ex) {
			return false;
		}
	}

}
