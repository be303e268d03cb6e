package dev.usher.core.ticketing;

/** Whether tickets of a class can be had now (on_sale_status of the public dialect). */
public enum SaleStatus {
    /** Nobody can say: its event has no dates yet. */
    UNKNOWN,
    /** Its sale has not begun, or its event is not published. */
    NOT_YET_ON_SALE,
    /** There are some, and they are sold now. */
    AVAILABLE,
    /** The public does not see it now. */
    HIDDEN,
    /** All are sold. */
    SOLD_OUT,
    /** Its sale is over, or its event is. */
    UNAVAILABLE
}
