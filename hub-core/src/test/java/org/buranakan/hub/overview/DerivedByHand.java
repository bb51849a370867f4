package org.buranakan.hub.overview;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.SmartLifecycle;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * As long as the tests of the class run, nothing is derived but what they derive: beside
 * {@link OnDatabase}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DerivedByHand.Deriving.class)
public @interface DerivedByHand {

	/** Stops what derives by itself, and starts it again. */
	class Deriving implements BeforeAllCallback, AfterAllCallback {

		@Override
		public void beforeAll(ExtensionContext context) {
			worker(context).stop();
		}

		@Override
		public void afterAll(ExtensionContext context) {
			worker(context).start();
		}

		private static SmartLifecycle worker(ExtensionContext context) {
			return SpringExtension.getApplicationContext(context).getBean("deriving", SmartLifecycle.class);
		}

	}

}
