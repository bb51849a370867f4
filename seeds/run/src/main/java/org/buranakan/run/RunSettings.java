package org.buranakan.run;

import org.buranakan.platform.Limits;
import org.buranakan.platform.PlatformSettings;
import org.buranakan.platform.Ports;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be told to the embedded run, each as {@code --buranakan.<name>=<value>}.
 *
 * @param platform data directory and ports of the parts
 * @param fresh whether to start over: deletes the data directory first
 * @param pagePort where the page and the API answer, on the loopback interface
 * @param pushPort where agencies push, on the loopback interface
 */
@ConfigurationProperties("buranakan")
record RunSettings(@DefaultValue PlatformSettings platform, @DefaultValue("false") boolean fresh,
		@DefaultValue("8080") int pagePort, @DefaultValue("8090") int pushPort) {
}
