package org.buranakan.run;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ShapeTests {

	@TempDir
	private Path data;

	@Test
	void theFirstStartIsFreeToChoose() {
		assertThat(shape("alone").objectionTo(false)).isEmpty();
		assertThat(shape("scaled").objectionTo(true)).isEmpty();
	}

	@Test
	void theSameShapeIsTakenAgain() {
		shape("alone").objectionTo(false);
		assertThat(shape("alone").objectionTo(false)).isEmpty();
		shape("scaled").objectionTo(true);
		assertThat(shape("scaled").objectionTo(true)).isEmpty();
	}

	@Test
	void whereTheScaleFileWasForgottenItIsNamed() {
		// Given
		shape("scaled").objectionTo(true);
		// Then
		assertThat(shape("scaled").objectionTo(false)).get()
			.asString()
			.contains("เขียน COMPOSE_FILE=docker-compose.yml:docker-compose.scale.yml ลงในไฟล์ .env",
					"Write COMPOSE_FILE=docker-compose.yml:docker-compose.scale.yml into the file .env");
	}

	@Test
	void whereTheScaleFileCameLaterItIsToGoAgain() {
		// Given
		shape("alone").objectionTo(false);
		// Then
		assertThat(shape("alone").objectionTo(true)).get()
			.asString()
			.contains("เอา docker-compose.scale.yml ออก", "Take docker-compose.scale.yml out");
	}

	@Test
	void anObjectionChangesNothing() {
		// Given
		shape("alone").objectionTo(false);
		shape("alone").objectionTo(true);
		// Then
		assertThat(shape("alone").objectionTo(false)).isEmpty();
		assertThat(shape("alone").objectionTo(true)).isPresent();
	}

	private Shape shape(String server) {
		return new Shape(this.data.resolve(server).resolve("credentials"));
	}

}
