package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Optional;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in the file each part of a profile stands. */
record Lines(Node root) {

	/**
	 * The line of a place such as {@code profile.sources[0].events[1].key}, or of the
	 * nearest part around it that is there; from 1.
	 */
	int of(String where) {
		int dot = where.indexOf('.');
		return line(this.root, (dot < 0) ? "" : where.substring(dot + 1));
	}

	private static int line(Node node, String path) {
		int here = node.getStartMark().getLine() + 1;
		if (path.isEmpty()) {
			return here;
		}
		if (path.startsWith("[") && node instanceof SequenceNode list) {
			int end = path.indexOf(']');
			List<Node> items = list.getValue();
			int index = Integer.parseInt(path.substring(1, end));
			return (index < items.size()) ? line(items.get(index), rest(path.substring(end + 1))) : here;
		}
		return entry(node, path).map((entry) -> {
			String deeper = rest(path.substring(name(entry).length()));
			return deeper.isEmpty() ? entry.getKeyNode().getStartMark().getLine() + 1
					: line(entry.getValueNode(), deeper);
		}).orElse(here);
	}

	/** The entry that the path goes through: names may have dots in them. */
	private static Optional<NodeTuple> entry(Node node, String path) {
		if (!(node instanceof MappingNode mapping)) {
			return Optional.empty();
		}
		return mapping.getValue()
			.stream()
			.filter((entry) -> path.startsWith(name(entry)))
			.filter((entry) -> path.length() == name(entry).length()
					|| ".[".indexOf(path.charAt(name(entry).length())) >= 0)
			.findFirst();
	}

	private static String name(NodeTuple entry) {
		return (entry.getKeyNode() instanceof ScalarNode key) ? key.getValue() : "";
	}

	private static String rest(String path) {
		return path.startsWith(".") ? path.substring(1) : path;
	}

}
