package org.buranakan.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.buranakan.platform.Platform;
import org.buranakan.platform.PlatformFailure;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Runs all of Buranakan on this machine until it is told to stop. */
public final class EmbeddedRun {

	private EmbeddedRun() {
	}

	public static void main(String[] args) throws Exception {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		ParentWatch.start();
		try {
			Platform.start(settings(args).platform(), new StartProgress(out));
		}
		catch (PlatformFailure failure) {
			out.println(failure.getMessage());
			out.println("  → " + failure.remedy());
			System.exit(1);
		}
	}

	private static RunSettings settings(String[] args) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
		return Binder.get(environment).bindOrCreate("buranakan", RunSettings.class);
	}

}
