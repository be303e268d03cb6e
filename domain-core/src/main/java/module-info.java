/** The engine of Usher: the rules of events and tickets, and the algebra of ticket statistics, in plain Java. */
module dev.usher.core {
    exports dev.usher.core;
    exports dev.usher.core.access;
    exports dev.usher.core.adapter;
    exports dev.usher.core.attribute;
    exports dev.usher.core.event;
    exports dev.usher.core.listing;
    exports dev.usher.core.money;
    exports dev.usher.core.rule;
    exports dev.usher.core.service;
    exports dev.usher.core.statistics;
    exports dev.usher.core.store;
    exports dev.usher.core.ticketing;
}
