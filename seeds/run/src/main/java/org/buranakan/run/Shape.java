package org.buranakan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a server is scaled out. The first step that is ever taken decides it, in the
 * folder of the credentials: topics that lose replicas, and brokers that come to vote
 * beside one that knows nothing of them, would be a loss of records.
 */
record Shape(Path credentials) {

	private static final String AGAIN_SCALED = """
			เซิร์ฟเวอร์นี้เริ่มครั้งแรกด้วยโบรกเกอร์สามตัว (docker-compose.scale.yml) จะให้เหลือตัวเดียวไม่ได้
			  → เขียน COMPOSE_FILE=docker-compose.yml:docker-compose.scale.yml ลงในไฟล์ .env แล้วสั่ง docker-compose up -d อีกครั้ง
			This server was first started with three brokers (docker-compose.scale.yml), and does not go back to one.
			  → Write COMPOSE_FILE=docker-compose.yml:docker-compose.scale.yml into the file .env, and say docker-compose up -d again
			""";

	private static final String AGAIN_ALONE = """
			เซิร์ฟเวอร์นี้เริ่มครั้งแรกด้วยโบรกเกอร์เดียว จะขยายเป็นสามตัวภายหลังไม่ได้
			  → เอา docker-compose.scale.yml ออกจาก COMPOSE_FILE ในไฟล์ .env แล้วสั่ง docker-compose up -d --remove-orphans
			This server was first started with one broker, and is not scaled out later.
			  → Take docker-compose.scale.yml out of COMPOSE_FILE in the file .env, and say docker-compose up -d --remove-orphans
			""";

	/** Why not to go on, in Thai and English, where it was decided otherwise. */
	Optional<String> objectionTo(boolean scaled) {
		try {
			if (Files.exists(mark(!scaled))) {
				return Optional.of(scaled ? AGAIN_ALONE : AGAIN_SCALED);
			}
			if (Files.notExists(mark(scaled))) {
				Files.createDirectories(this.credentials);
				Files.createFile(mark(scaled));
			}
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path mark(boolean scaled) {
		return this.credentials.resolve(scaled ? "shape.scaled" : "shape.alone");
	}

}
