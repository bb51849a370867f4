package org.buranakan.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;

/** Appends what a container prints to a file. */
final class Printed extends ResultCallback.Adapter<Frame> {

	private final Path output;

	Printed(Path output) {
		this.output = output;
	}

	@Override
	public void onNext(Frame frame) {
		try {
			Files.write(this.output, frame.getPayload(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
