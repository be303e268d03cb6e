package dev.usher.core.event;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that people are sent to: of the web, and nothing that a browser would run. */
final class WebAddress {
    static final String EXPECTED = "an address that begins with https:// or http:// and names a host";

    private WebAddress() {}

    static boolean isOne(String text) {
        try {
            URI address = new URI(text);
            boolean isWeb =
                    "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return isWeb && address.getRawAuthority() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
