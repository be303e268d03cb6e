package dev.usher.core.access;

/**
 * What the rules of organizations look at, when one is to be made.
 *
 * @param isOperator whether the operator asks, or the engine itself on the operator's behalf
 * @param externalId the name it shall go by
 * @param isTaken whether there is an organization of that name already, where that is not wanted
 */
public record OrganizationFacts(boolean isOperator, String externalId, boolean isTaken) {}
