package dev.reelway.ingest.notify;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Which addresses may be posted to. A subscriber names any host it likes, so hosts of our own
 * network are refused, or a subscription would reach what only we can (server-side request
 * forgery). The address that was checked is the one that is connected to, so a name that resolves
 * differently the second time gains nothing.
 *
 * @param allowPrivate whether hosts of the own network are fine
 */
record AddressGuard(boolean allowPrivate) {

  /** The first address of {@code host}, if all of them may be posted to. */
  InetAddress resolve(String host) throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      check(host, address);
    }
    return addresses[0];
  }

  /** Refuses an address that may not be posted to. */
  void check(String host, InetAddress address) throws IOException {
    if (!allowPrivate && !isPublic(address)) {
      throw new IOException(
          "%s is the private address %s, which webhooks may not reach"
              .formatted(host, address.getHostAddress()));
    }
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? isPublic4(bytes) : isPublic6(bytes);
  }

  // The IANA registries of special-purpose addresses, as far as Java has no word for them.
  private static boolean isPublic4(byte[] a) {
    int first = a[0] & 0xff;
    int second = a[1] & 0xff;
    boolean special =
        first == 0
            || (first == 100 && second >= 64 && second < 128)
            || (first == 192 && second == 0 && (a[2] & 0xff) == 0)
            || (first == 198 && (second == 18 || second == 19))
            || first >= 240;
    return !special;
  }

  private static boolean isPublic6(byte[] a) {
    int head = (a[0] & 0xff) << 8 | (a[1] & 0xff);
    if (head == 0x2002) {
      return isPublicInside(a, 2);
    }
    if (head == 0x0064 && (a[2] & 0xff) == 0xff && (a[3] & 0xff) == 0x9b) {
      return isPublicInside(a, 12);
    }
    boolean uniqueLocal = (head & 0xfe00) == 0xfc00;
    // Nothing but 2000::/3 is global; Teredo (2001:0::/32) hides an address that nobody checked.
    boolean teredo = head == 0x2001 && a[2] == 0 && a[3] == 0;
    return !uniqueLocal && (head & 0xe000) == 0x2000 && !teredo;
  }

  // 6to4 and NAT64 carry an IPv4 address.
  private static boolean isPublicInside(byte[] a, int offset) {
    try {
      return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(a, offset, offset + 4)));
    } catch (IOException e) {
      return false;
    }
  }
}
