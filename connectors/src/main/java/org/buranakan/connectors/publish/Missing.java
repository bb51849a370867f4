package org.buranakan.connectors.publish;

import java.util.List;

import org.buranakan.connectors.mapping.Outcome;

/**
 * What stands because an agency's files said it, and what of it they do not say any more.
 *
 * @param standing how many entities stand, the missing among them
 * @param entities those that are missing, in the order of their ids
 */
public record Missing(int standing, List<Outcome.Identity> entities) {
}
