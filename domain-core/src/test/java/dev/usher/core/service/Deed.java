package dev.usher.core.service;

import dev.usher.core.rule.Outcome;

/** Something that may be done in a season, allowed or not. */
interface Deed {
    Outcome<?> in(Season season);
}
